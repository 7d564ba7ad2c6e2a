namespace Classifier.Training.Bundles;

/// <summary>The parts of a model card that no run changes.</summary>
internal static class ModelCardTexts
{
    public const string Purpose =
        """
        Tells the language of a passage (Dutch, English, Kurmanji, Sorani) and tags it by actor, event type and stance toward
        each actor, for desks that read about the Syrian conflict. Labels follow `taxonomy.json`.

        **For**: sorting, searching and counting passages in bulk; drawing a reader's eye to what may matter.

        **Not for**: decisions about persons (asylum, prosecution, targeting, employment), judging who is right, or facts about
        what happened: a tag says what a text is about, not that it is true. A stance is that of the passage's voice, not of
        its writer or publisher.

        **Where it fails**: actors that are only hinted at; irony; stance carried by facts alone; event types told without any
        of their usual words; passages of several voices; names newer than the lexicon. American diplomacy and soldiers
        elsewhere are still taken for the coalition, fighters of two sides beside a place for a battle, namesakes (other
        coalitions, Isis the goddess, turkey the bird) for the actor. Blame and praise without a loaded word ("X is a butcher",
        "X saved us") are often read as neutral. No native speaker has checked all of the Kurdish text. A short text of a close
        neighbour language (Zazaki, Southern Kurdish, Afrikaans, Flemish chat) can be mistaken, and Dutch Low Saxon often is, for
        Dutch. The tables below give the rest.

        **Models**: over hashed words, senses of words, n-grams and concepts, as `recipe.json` says: small networks with one hidden
        layer that answer together on actors and event types, in which single words vote beside what the passage adds up to;
        which words are listened to is also learned from cues that readers marked, where the recipe counts them;
        logistic models of actors beside them, the mean of both counting; logistic models of stances. All are saved as ML.NET
        models.
        One threshold serves all actors, one all event types, tuned on the dev passages that were written as real sources are,
        where some are marked so.

        **Data**: passages written for this project in the manner of wires, blogs, posts, statements, reportage, quotes,
        headlines and encyclopedias, each labelled twice; real names and places, happenings made up or retold from memory,
        quotes of unnamed speakers. Nothing in it is a source of fact. How it was written and read is in
        `models/corpus/README.md`. Points of its guideline were sharpened where readers of `passages.jsonl` differed from the
        labels there; words that are common there and were rare here, and the kinds of mistakes made there, went into what was
        written later: for the models those passages are unseen, for the guideline and the choice of words and topics they are
        not.


        """;

    public const string Evidence =
        """
        Words that are given as evidence of event types, against the cues that a reader marked for them in the corpus: over
        the types that were rightly given, how often the strongest evidence touches a cue, and words in common.


        """;

    public const string Sources =
        """
        ## Sources of the language identifier

        The identifier was trained on an open-licence text pack, on lines written for this project (`models/language`) and on
        the training passages. The pack's text is not part of this repository. Its sources:

        | source | licence |
        | --- | --- |
        | MicrosoftTranslator/NTREX | CC BY-SA 4.0 |
        | dadelani/sib-200 (FLORES-200 sentences) | CC BY-SA 4.0; repository Apache-2.0 |
        | openlanguagedata/seed, commit b795bef | CC BY-SA 4.0 |
        | mozilla/voice-web (Common Voice prompts, July 2021) | CC0 1.0 |
        | facebookresearch/LASER data/tatoeba/v1 (Tatoeba) | CC BY 2.0 FR |
        | DOLMA-NLP/PARME | MIT |
        | sinaahmadi/CORDI | CC BY-SA 4.0 |
        | sinaahmadi/kurdnet | CC BY-SA 4.0 |
        | sinaahmadi/KurdishLID | MIT (repository; rights in the underlying texts not stated) |
        | sinaahmadi/PersoArabicLID | CC BY-SA |
        | GateNLP/broad_twitter_corpus | CC BY 4.0 |
        | monologg/GoEmotions-pytorch | Apache-2.0 |
        | uds-lsv/GermEval-2018-Data | CC BY 4.0 |
        | mainlp/xsid | CC BY-SA 4.0 |
        | UniversalDependencies/UD_Low_Saxon-LSDC | CC BY-SA 4.0 |
        | wikimedia/apps-android-wikipedia, commons-app/apps-android-commons | Apache-2.0 |

        """;
}
