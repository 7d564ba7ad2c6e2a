namespace Classifier.Core.Tests.Samples;

/// <summary>Dutch passages written for the tests.</summary>
internal static class DutchTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "De Koerdische strijders hebben gisteren een aanval bij de stuwdam afgeslagen, zegt de SDF.",
        "Turkse gevechtsvliegtuigen bombardeerden twee dorpen net buiten de grensplaats.",
        "De internationale coalitie voerde vannacht een luchtaanval uit op een konvooi van IS.",
        "De regering in Damascus tekende een akkoord met het Koerdische zelfbestuur.",
        "Elf vermoedelijke IS-strijders werden voor zonsopgang opgepakt bij een inval.",
        "Duizenden gezinnen vluchtten na een nacht vol beschietingen naar het zuiden.",
        "Betogers staken autobanden in brand en eisten de vrijlating van de gevangenen.",
        "Het Syrische leger nam het olieveld zonder gevecht over, melden twee bronnen.",
        "Wat een lef hebben die vrouwen van de YPJ, ik heb er diep respect voor.",
        "Schande over Erdogan en iedereen die hem drones verkoopt om onze kinderen te doden!",
        "De coalitie stuurt nog eens vierhonderd militairen naar de basis, zo werd bekend.",
        "Voor het eerst sinds de winter bereikten vrachtwagens met hulpgoederen het kamp.",
        "Beide partijen ruilden vanochtend gevangenen bij de grensovergang.",
        "Ministers spraken in Genève over sancties, terugkeer van vluchtelingen en wederopbouw.",
        "Zeven burgers, onder wie drie kinderen, kwamen om toen een mijn onder hun bus ontplofte.",
        "Mijn oma bakt de lekkerste appeltaart van de hele straat en niemand kan hem nadoen.",
        "De spits scoorde twee keer na de rust en het stadion bleef zingen tot na middernacht.",
        "De coalitie in Den Haag valt misschien over de stikstofplannen, vrezen Kamerleden.",
        "#RedKobani 🙏 https://voorbeeld.nl/nieuws/123 graag delen, het ziekenhuis heeft geen stroom",
        "„Wij gaan hier nooit weg”, zei de commandant. „Onze kinderen liggen hier begraven.”",
        "IS EIST BOMAANSLAG OP CONTROLEPOST OP, NEGEN SOLDATEN GEDOOD",
        "@iemand Eerst zeiden ze 40 km, toen 30 km, en nu staan de tanks in mijn tuin…",
        "Volgens het observatorium raakten 3 drones een voertuig op de M4, op 12-05-2023 om 14.30 uur.",
        "Wie betaalt de bewakers van kamp al-Hol eigenlijk? (Daar wil niemand antwoord op geven.)",
        "De burgemeester opende op één zonnige dag een bibliotheek, een bakker en een voetbalveld.",
        "Generaal Mazloum Abdi vloog naar de hoofdstad; de gesprekken leverden niets op.",
        "Dat Assads troepen weg zijn klopt niet: ze zitten nog steeds op het vliegveld.",
        "Door de sneeuw was de bergweg een week dicht, dus verkochten de handelaren alles.",
        "Door Turkije gesteunde milities plunderden winkels in Afrin, schrijft de organisatie.",
        "In het weekend gaan wij met z'n vieren fietsen langs de rivier, als het droog blijft.",
    ];
}
