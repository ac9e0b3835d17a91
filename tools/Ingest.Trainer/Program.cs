using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ingest.Text;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Learning;
using Ingest.Trainer;

const string Usage = """
    usage: Ingest.Trainer train FOLDER WEIGHTS      learns from FOLDER (text/*.txt, attributions/*.ann) and writes WEIGHTS
           Ingest.Trainer score FOLDER [ERRORS]     measures the library's own weights; misses and false alarms go into the file ERRORS
           Ingest.Trainer cross FOLDER [ERRORS [QUOTES]]
                                                    learns from four fifths and measures on the fifth, five times over; what it found goes into
                                                    the file QUOTES, in the form that `ingest extract` prints
    """;
const int Folds = 5;

if (args.Length < 2) return Fail();
if (!Directory.Exists(Path.Combine(args[1], "attributions")))
{
    Console.Error.WriteLine($"{args[1]} holds no folder attributions. Name a split of a corpus in PolNeAR's format: text/*.txt beside attributions/*.ann.");
    return 2;
}
var clock = Stopwatch.StartNew();
var articles = AnnotatedArticle.ReadAll(args[1]);
Console.WriteLine($"{articles.Count} articles");
switch (args[0])
{
    case "train" when args.Length == 3:
        var training = new Training(articles);
        Console.WriteLine(training.Describe());
        Write(args[2], training.Train(_ => true));
        break;
    case "score":
        Measure(args, errors =>
        {
            var scoring = new Scoring { Errors = errors };
            var finder = new QuoteFinder(Weights.Embedded);
            foreach (var article in articles) scoring.Add(article, finder.Find(article.Text));
            return scoring;
        });
        break;
    case "cross":
        Measure(args, errors =>
        {
            var folds = new Training(articles);
            Console.WriteLine(folds.Describe());
            var scoring = new Scoring { Errors = errors };
            float[] tries = [0.3f, 0.44f];
            var others = tries.Select(_ => new Scoring()).ToArray();
            using var quotes = args.Length > 3 ? new StreamWriter(args[3]) : null;
            Parallel.For(0, Folds, fold =>
            {
                var weights = folds.Train(i => i % Folds != fold);
                var held = Enumerable.Range(0, articles.Count).Where(i => i % Folds == fold).Select(i => articles[i]).ToList();
                List<Attribution>[] Read(float caution) => new QuoteFinder(weights, caution) is var finder ? [.. held.Select(a => finder.Find(a.Text))] : [];
                var found = Read(QuoteFinder.Caution);
                var more = tries.Select(Read).ToArray();
                lock (scoring)
                    for (var i = 0; i < held.Count; i++)
                    {
                        scoring.Add(held[i], found[i]);
                        for (var c = 0; c < tries.Length; c++) others[c].Add(held[i], more[c][i]);
                        quotes?.WriteLine(Json(held[i].Article.Name, found[i]));
                    }
            });
            for (var c = 0; c < tries.Length; c++)
                Console.WriteLine($"caution {tries[c]:F2}: soft {string.Join(" ", Enumerable.Range(0, 4).Select(k => others[c].SoftF1(k).ToString("F1", CultureInfo.InvariantCulture)))}   strict {string.Join(" ", Enumerable.Range(0, 4).Select(k => others[c].StrictF1(k).ToString("F1", CultureInfo.InvariantCulture)))}");
            return scoring;
        });
        break;
    default: return Fail();
}
Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
return 0;

static string Json(string name, List<Attribution> found) => JsonSerializer.Serialize(new
{
    id = name,
    quotes = found.Select(f => new { spans = f.Content.Select(Pair), cueSpan = f.Cue is { } cue ? Pair(cue) : null, speakerSpan = f.Source is { } source ? Pair(source) : null }),
});

static int[] Pair(TextSpan span) => [span.Start, span.End];

static int Fail()
{
    Console.Error.WriteLine(Usage);
    return 2;
}

static void Measure(string[] args, Func<TextWriter?, Scoring> run)
{
    using var errors = args.Length > 2 ? new StreamWriter(args[2]) : null;
    run(errors).Print(Console.Out);
}

static void Write(string path, Weights weights)
{
    using var file = File.Create(path);
    weights.Write(file);
    Console.WriteLine($"{path}: {file.Length} bytes");
}
