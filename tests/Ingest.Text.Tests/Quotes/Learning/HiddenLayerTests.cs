using Ingest.Text.Quotes.Learning;

namespace Ingest.Text.Tests.Quotes.Learning;

public sealed class HiddenLayerTests
{
    static readonly Template Seen = new(1);

    [Fact]
    public void A_unit_counts_with_its_weight_by_what_its_sum_is_above_zero()
    {
        var rows = new sbyte[HiddenLayer.Rows * HiddenLayer.Units];
        SetRow(rows, Feature.Of(Seen, 1), (0, 10), (17, -3));
        SetRow(rows, Feature.Of(Seen, 2), (0, -4), (17, 5));
        SetRow(rows, Feature.Of(Seen, 3), (0, 1), (17, -9));
        var tops = new sbyte[HiddenLayer.Parts * HiddenLayer.Units];
        tops[HiddenLayer.Units] = 3;
        tops[HiddenLayer.Units + 17] = 100;
        var layer = new HiddenLayer(rows, tops, 1);

        // 10 - 4 + 1 of unit 0; unit 17 is at -3 + 5 - 9 and does not count.
        Assert.Equal(3 * 7, layer.Score(Sum(layer, Feature.Of(Seen, 1)), Sum(layer, Feature.Of(Seen, 2)), Sum(layer, Feature.Of(Seen, 3)), part: 1));
        // Without the third, unit 17 is at 2.
        Assert.Equal(3 * 6 + 100 * 2, layer.Score(Sum(layer, Feature.Of(Seen, 1)), Sum(layer, Feature.Of(Seen, 2)), default, part: 1));
        Assert.Equal(0, layer.Score(Sum(layer, Feature.Of(Seen, 1)), default, default, part: 0));
    }

    [Fact]
    public void As_many_observations_as_a_place_has_at_their_greatest_stay_in_range()
    {
        var rows = new sbyte[HiddenLayer.Rows * HiddenLayer.Units];
        var most = Enumerable.Range(0, HiddenLayer.Observed.Most).Select(i => Feature.Of(Seen, i)).ToArray();
        foreach (var number in most) SetRow(rows, number, (31, sbyte.MaxValue));
        var tops = new sbyte[HiddenLayer.Parts * HiddenLayer.Units];
        tops[31] = sbyte.MaxValue;
        var layer = new HiddenLayer(rows, tops, 1);
        var sum = Sum(layer, most);

        Assert.Equal(3 * most.Length * sbyte.MaxValue * sbyte.MaxValue, layer.Score(sum, sum, sum, part: 0));
    }

    [Fact]
    public void A_layer_of_another_size_is_refused() =>
        Assert.Throws<ArgumentException>(() => new HiddenLayer(new sbyte[HiddenLayer.Units], new sbyte[HiddenLayer.Parts * HiddenLayer.Units], 1));

    static HiddenLayer.Sum Sum(HiddenLayer layer, params uint[] numbers)
    {
        var observed = new HiddenLayer.Observed();
        observed.Add(numbers);
        return layer.SumUp(observed);
    }

    static void SetRow(sbyte[] rows, uint number, params (int Unit, sbyte Weight)[] weights)
    {
        var row = (int)(Feature.Mix(number) & HiddenLayer.Rows - 1);
        foreach (var (unit, weight) in weights) rows[row * HiddenLayer.Units + unit] = weight;
    }
}
