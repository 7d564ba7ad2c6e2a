namespace Classifier.Core.Tests.Samples;

/// <summary>English passages written for the tests.</summary>
internal static class EnglishTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "The SDF said on Monday that its fighters had pushed back an attack near the dam.",
        "Turkish warplanes bombed two villages outside the border town, residents told our reporter.",
        "US-led coalition aircraft struck a convoy of the Islamic State in the desert last night.",
        "The government in Damascus signed an agreement with the Kurdish-led administration.",
        "Police arrested eleven suspected members of the Islamic State in a raid before dawn.",
        "Thousands of families fled the northern countryside after a night of heavy shelling.",
        "Protesters burned tyres in the main square and demanded the release of the prisoners.",
        "A Syrian army unit took over the oil field without a fight, according to two officials.",
        "I have nothing but praise for the brave women and men of the YPJ who held that town.",
        "Shame on Erdogan and shame on everyone who sells him drones to kill our children!",
        "The coalition announced that it would send another four hundred soldiers to the base.",
        "Aid trucks reached the camp for the first time since the winter; flour is running out.",
        "Both sides exchanged prisoners this morning at the crossing, a monitor reported.",
        "Ministers met in Geneva to discuss sanctions, the return of refugees and reconstruction.",
        "Seven civilians, among them three children, died when a mine exploded under their bus.",
        "My grandmother bakes the best apple pie in the whole street, and nobody can copy it.",
        "The striker scored twice in the second half and the home crowd sang until midnight.",
        "Parliament will vote on the new coalition budget next week, the finance minister said.",
        "#SaveKobane 🙏 https://example.org/news/123 please share, the hospital has no power left",
        "“We will never leave this land,” the commander told us. “Our children are buried here.”",
        "BREAKING: ISIS CLAIMS THE BOMBING OF A CHECKPOINT IN DEIR EZZOR, NINE SOLDIERS DEAD",
        "@someone They said 40 km, then 30 km, and now the tanks are standing in my garden…",
        "According to SOHR, 3 drones hit a vehicle on the M4 at 14:30 on 12/05/2023.",
        "Who pays the guards of the al-Hol camp? (Nobody wants to answer that question.)",
        "The mayor opened a library, a bakery and a football field on the same sunny day.",
        "General Mazloum Abdi flew to the capital for talks; the talks ended without a statement.",
        "It isn't true that the regime's forces have withdrawn - they're still at the airport.",
        "Snow closed the mountain road for a week, so the traders sold everything they had.",
        "Turkey-backed factions looted shops in Afrin, the human rights organisation wrote.",
        "no capitals no commas just a tired man who wants to sleep for one night without planes",
    ];
}
