namespace Classifier.Core.Tests.Samples;

/// <summary>Kurmanji passages written for the tests.</summary>
internal static class KurmanjiTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Hêzên Sûriya Demokratîk ragihand ku şervanên wan êrîşa li nêzîkî bendavê şikandin.",
        "Balafirên dewleta Tirk şevê din du gundên li ser sînor bombebaran kirin.",
        "Hevpeymaniya Navneteweyî li çolê êrîşî karwanekî DAIŞê kir.",
        "Hikûmeta Şamê bi rêveberiya xweser re li ser peymanekê li hev kir.",
        "Asayîşê berî berbangê yanzdeh endamên DAIŞê girtin.",
        "Bi hezaran malbat piştî topbaranê ji gundên bakur reviyan.",
        "Xelkê bajêr li meydanê xwepêşandan kir û azadiya girtiyan xwest.",
        "Artêşa Sûriyê bêyî şer dest danî ser zeviya petrolê.",
        "Silav ji jinên qehreman ên YPJ re ku bajarê me parastin!",
        "Şerm ji Erdogan re, ew bi dronan zarokên me dikuje.",
        "Hevpeymaniyê got ku dê çar sed leşkerên din bişîne bingehê.",
        "Piştî zivistanê cara yekem e ku kamyonên alîkariyê digihîjin kampê.",
        "Herdu aliyan vê sibehê li deriyê sînor dîl guhertin.",
        "Wezîran li Cenevreyê li ser ceza û vegera penaberan axivîn.",
        "Heft sivîl, sê ji wan zarok, bi teqîna mayînekê hatin kuştin.",
        "Dapîra min nanê herî xweş ê taxê çêdike û kes nikare wek wê bike.",
        "Lîstikvanê me di nîvê duyem de du gol avêtin û temaşevan heta nîvê şevê stran gotin.",
        "Dibistana gundê me îsal ji nû ve vebû û mamoste gelekî kêfxweş in.",
        "#KobanîBiparêzin 🙏 https://minak.org/nuce/123 parve bikin, li nexweşxaneyê ceyran tune ye",
        "\"Em ê tu carî ji vê axê dernekevin\", fermandar got. \"Zarokên me li vir hatine veşartin.\"",
        "BIJÎ BERXWEDANA ROJAVA! BIJÎ YPG! BIJÎ YPJ!",
        "Pêşî gotin 40 km, paşê 30 km, û niha tank di baxçeyê min de ne…",
        "Li gorî çavdêriyê 3 dron li ser rêya M4 li wesayîtekê xistin.",
        "Kî meaşê parêzvanên kampa Holê dide? (Kes naxwaze bersiva vê pirsê bide.)",
        "Şaredar di rojekê de pirtûkxane, firin û qada futbolê vekir.",
        "Mazlûm Ebdî çû paytextê; civîn bê daxuyanî bi dawî bû.",
        "Derew e ku leşkerên rejîmê vekişiyane, ew hîn li balafirgehê ne.",
        "Ji ber berfê rêya çiyê hefteyekê girtî bû, loma bazirganan her tişt firot.",
        "Çeteyên ser bi Tirkiyê ve li Efrînê dikan talan kirin, rêxistina mafên mirovan nivîsand.",
        "Hezen Suriya Demokratik li gunde me sere xwe domand u kes nema dikare vegere male.",
    ];
}
