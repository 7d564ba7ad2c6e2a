using System.Collections.Frozen;

namespace Classifier.Core.Splitting;

/// <summary>
/// Words whose full stop ends no sentence, in four languages. Those that stand at ends as often as not (etc., enz.,
/// hwd.) are left out: a small letter behind them shows that the sentence goes on. Initials need no row.
/// </summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Always = Table(
        "mr mrs ms messrs dr drs ds ir ing prof st ste gen col lt sgt cpl capt maj cmdr adm brig rep sen gov hon rev "
        + "pres min amb supt vs approx est dept univ inc ltd "
        + "dhr mevr mw mej bijv bv ca ong resp jl zgn incl excl evt m.b.v m.n d.w.z m.a.w t.o.v n.a.v i.v.m m.b.t "
        + "i.h.b i.p.v o.l.v o.a o.m o.i.v t.a.v t.g.v t.b.v v.w.b t.w j.l n.h z.s.m a.u.b s.v.p mln mld mlj secr "
        + "voorz wnd koerd ned buitenl binnenl gem kol luit sgt-maj e.g i.e a.o a.k.a wek mînak mnk bnr bnrê xwed");

    /// <summary>Before a number only: No. 4, art. 5, madde m. 5, 3 jan. 2026.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumbers = Table(
        "no nos nr nrs num art par lid blz pag p pp fig vol ch sec hfdst tel m r h jmr hej c "
        + "jan feb mrt mar apr jun jul aug sep sept oct okt nov dec b.z p.z");

    public static bool Has(ReadOnlySpan<char> word, bool numberFollows)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Always.Contains(lower) || (numberFollows && BeforeNumbers.Contains(lower));
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Table(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
