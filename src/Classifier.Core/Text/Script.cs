namespace Classifier.Core.Text;

/// <summary>The scripts that are told apart; every further one is <see cref="Other"/>.</summary>
public enum Script
{
    None,
    Latin,
    Arabic,
    Other,
}

/// <summary>How many letters of each script a text has.</summary>
public readonly record struct ScriptCounts(int Latin, int Arabic, int Other)
{
    public int Total => Latin + Arabic + Other;

    /// <summary>The script of most letters; <see cref="Script.None"/> where there is no letter.</summary>
    public Script Dominant
    {
        get
        {
            if (Total == 0)
            {
                return Script.None;
            }

            return Other >= Latin && Other >= Arabic ? Script.Other : Latin >= Arabic ? Script.Latin : Script.Arabic;
        }
    }

    /// <summary>These counts with one more letter.</summary>
    public ScriptCounts Plus(Script script) => script switch
    {
        Script.Latin => this with { Latin = Latin + 1 },
        Script.Arabic => this with { Arabic = Arabic + 1 },
        Script.Other => this with { Other = Other + 1 },
        _ => this,
    };

    /// <summary>The letters of one script alone; all of them for <see cref="Script.None"/>.</summary>
    public ScriptCounts Only(Script script) => script switch
    {
        Script.Latin => new(Latin, 0, 0),
        Script.Arabic => new(0, Arabic, 0),
        Script.Other => new(0, 0, Other),
        _ => this,
    };

    /// <summary>The script of one letter, by Unicode block.</summary>
    public static Script Of(char letter) => letter switch
    {
        < '\u0250' => Script.Latin,
        >= '\u1E00' and < '\u1F00' => Script.Latin,
        >= '\u0600' and < '\u0700' => Script.Arabic,
        >= '\u0750' and < '\u0780' => Script.Arabic,
        >= '\u08A0' and < '\u0900' => Script.Arabic,
        >= '\uFB50' and < '\uFE00' => Script.Arabic,
        >= '\uFE70' and < '\uFF00' => Script.Arabic,
        _ => Script.Other,
    };
}
