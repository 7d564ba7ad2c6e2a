using Microsoft.ML.Data;

namespace Classifier.Training.Fitting;

/// <summary>A row as ML.NET sees it: sparse features, one Boolean label or one class.</summary>
internal sealed class FitRow
{
    public const string LabelName = nameof(Label);
    public const string ClassName = nameof(Class);
    public const string ClassKeyName = "ClassKey";
    public const string FeaturesName = nameof(Features);

    public VBuffer<float> Features { get; set; }

    public bool Label { get; set; }

    /// <summary>Index of the class, from 0.</summary>
    public uint Class { get; set; }

    public float Weight { get; set; } = 1;

    /// <summary>The schema for a number of features, and the name that their column has.</summary>
    public static SchemaDefinition Schema(int buckets, string column)
    {
        var schema = SchemaDefinition.Create(typeof(FitRow));
        schema[FeaturesName].ColumnType = new VectorDataViewType(NumberDataViewType.Single, buckets);
        schema[FeaturesName].ColumnName = column;
        return schema;
    }
}
