package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every wrong input is one clear line on standard error and exit code 2. */
class BadInputTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("empty.csv"), new byte[0]);
        byte[] junk = new byte[5000];
        new Random(1).nextBytes(junk);
        Files.write(folder.resolve("junk.csv"), junk);
        text("one-row.csv", "a,b\n1,2\n");
        text("one-class.csv", "a,b,y\n1,2,x\n2,3,x\n3,4,x\n4,5,x\n");
        text("words.csv", "a,b,y\n1,2,red\n2,3,blue\n3,4,red\n4,5,blue\n");
        text("no-target.csv", "a,b,y\n1,2,\n2,3,\n3,4,\n");
        text("no-feature.csv", "a,y\n,1.5\n,2.5\n,3\n");
        text("many-classes.csv", "a,y\n1,p\n2,q\n3,r\n4,s\n5,t\n");
        text("one-column.csv", "a\n1\n2\n3\n");
        String wide = IntStream.range(0, 10_001).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        text("wide.csv", wide + "\n" + wide.replace("c", "") + "\n" + wide.replace("c", "") + "\n");
        text("mangled.json", "{\"format\": \"downhill-experiment\", ");
        text("newer.json", "{\"format\": \"downhill-experiment\", \"version\": 99, \"application\": \"9.0\"}");
        text("other.json", "{\"name\": \"something else\"}");
        text("bad.rule", "name Bad\n");
    }

    private static void text(String name, String content) throws IOException {
        Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "inspect nofile.csv; no such file",
        "inspect folder; is a folder",
        "inspect empty.csv; empty",
        "inspect junk.csv; binary",
        "inspect wide.csv; 10,000 columns",
        "compare nofile.csv; no such file",
        "compare folder; is a folder",
        "compare empty.csv; empty",
        "compare junk.csv; binary",
        "compare wide.csv; 10,000 columns",
        "compare one-row.csv; Only 1 row",
        "compare one-column.csv; only one column",
        "compare one-class.csv --target y; only one class",
        "compare words.csv --target y --model linear; cannot be predicted by regression",
        "compare words.csv --target y --task regression; cannot be predicted by regression",
        "compare words.csv --target z; no column",
        "compare no-target.csv --target y; missing values only",
        "compare no-feature.csv --target y; feature",
        "compare many-classes.csv --target y; 5 classes for 5 rows",
        "compare iris --model logistic; 3 classes",
        "compare iris --model cnn; image",
        "compare iris --model lstm; series",
        "compare iris --model teapot; There is no model \"teapot\"",
        "compare diabetes --model softmax; is a number",
        "compare iris --optimizers adam,madam; There is no optimizer \"madam\"",
        "compare iris --optimizers bad.rule; bad.rule",
        "compare iris --optimizers missing.rule; no such file",
        "compare iris --learning-rate 0.1,0.2; 2 learning rates for 4 optimizers",
        "compare iris --learning-rate -1; learningRate",
        "compare iris --learning-rate NaN; learningRate",
        "compare iris --schedule teapot; There is no schedule \"teapot\". There are: constant, exponential",
        "compare iris --schedule step:gamma=0.5; The schedule step needs stepSize, a whole number in [1, 2147483647]",
        "compare iris --schedule step:stepSize=0,gamma=0.5; stepSize of the schedule step must be a whole number in [1, 2147483647]",
        "compare iris --schedule step:stepSize=2.5,gamma=0.5; must be a whole number in [1, 2147483647]",
        "compare iris --schedule exponential:gamma=fast; gamma of the schedule exponential must be a number in (0, ∞)",
        "compare iris --schedule exponential:gamma=NaN; must be a number in (0, ∞)",
        "compare iris --schedule exponential:0.5; is not key=value",
        "compare iris --schedule cosine:gamma=0.5; The schedule cosine has no gamma",
        "compare iris --schedule cosine:then=step; The schedule cosine has no then",
        "compare iris --schedule constant:steps=3; The schedule constant has no steps",
        "compare iris --schedule cosine:period=3,period=4; period of the schedule cosine is said twice",
        "compare iris --schedule warm-up:steps=5,startFactor=2,then=cosine; startFactor of the schedule linear-warmup must be a number in [0, 1]",
        "compare iris --schedule warm-up:steps=5,then=teapot; There is no schedule \"teapot\"",
        "compare iris --schedule plateau:factor=1,patience=3; factor of the schedule reduce-on-plateau must be a number in (0, 1)",
        "compare iris --validation 0 --schedule plateau:factor=0.5,patience=3; needs validation rows",
        "compare iris --optimizers adam:; \"\" is not key=value",
        "compare iris --optimizers adam:0.1; \"0.1\" is not key=value",
        "compare iris --optimizers beta1=0.8,adam; There is no optimizer \"beta1=0.8\"",
        "compare iris --optimizers adam:beta3=1; Adam has no \"beta3\". Its hyperparameters are learningRate in [0, ∞), beta1 in [0, 1)",
        "compare iris --optimizers adam:beta1=1; Adam: beta1 must be a number in [0, 1); it is 1",
        "compare iris --optimizers adam:beta1=much; Adam: beta1 must be a number in [0, 1); it is \"much\"",
        "compare iris --optimizers adam:beta1=0.1,beta-1=0.2; beta-1 is said twice",
        "compare iris --optimizers sgd,adam:batch=0.5; Adam: batch must be a whole number in [0, 1e9]; it is \"0.5\"",
        "compare iris --optimizers adam:l2=-1; Adam: l2 must be a number in [0, ∞)",
        "compare iris --optimizers adam:clipNorm=0; Adam: clipNorm must be a number in (0, ∞)",
        "compare iris --optimizers adam:clipNorm=1,clipValue=1; not by both",
        "compare iris --optimizers adam:name=; Adam: name is empty",
        "compare iris --optimizers adam:schedule=step:gamma=0.5; Adam: The schedule step needs stepSize",
        "compare iris --validation 0 --optimizers adam:schedule=plateau:factor=0.5,patience=3; needs validation rows",
        "compare iris --steps 0; --steps must be a whole number in [1, 1e12]",
        "compare iris --steps many; --steps",
        "compare iris --batch -1; --batch",
        "compare iris --validation 1; validation",
        "compare iris --dropout 1; dropout",
        "compare iris --seeds 0; --seeds must be a whole number in [1, 1000]",
        "compare iris --noise 0.1; --shift, --flip and --noise are for images",
        "compare iris --jitter -1; --jitter",
        "compare iris --clip-norm 0; --clip-norm",
        "compare iris --clip-norm 1 --clip-value 1; not by both",
        "compare iris --validation 0 --patience 3; --patience needs validation rows",
        "compare iris --precision half; --precision must be one of float, double; it is \"half\"",
        "compare iris --image 8; CHANNELSxHEIGHTxWIDTH",
        "compare iris --window 0; Window",
        "compare iris --model softmax --dropout 0.5; --dropout is for models with hidden layers",
        "compare iris --hidden 0 --dropout 0.5; hidden",
        "compare diabetes --model linear --dropout 0.1; --dropout is for models with hidden layers",
        "compare diabetes --model polynomial --dropout 0.1; --dropout is for models with hidden layers",
        "compare breast-cancer --model logistic --dropout 0.1; --dropout is for models with hidden layers",
        "compare iris --horizon 2; --horizon is for a time series; say how long its windows are with --window",
        "compare iris --level window; --level is for a time series",
        "compare iris --window 3 --image 1x2x2; give --image or --window",
        "compare iris --scaling huge; --scaling must be one of none, standard, min-max",
        "compare iris --split often; --split must be one of stratified, random",
        "compare iris --steps 1 --out empty.csv; cannot be made: there is a file of that name; choose another folder.",
        "compare; CSV",
        "compare iris --out=; Missing required parameter for option '--out' (DIR)",
        "train other.json --out=; Missing required parameter for option '--out' (DIR)",
        "export m.downhill-model --out m.py --encoding UTF-8; name one with --check",
        "report m.downhill-model --out r.html --language klingon; --language takes en, zh",
        "report m.downhill-model --out r.html --contender Adam; --contender is for reports of a race",
        "explain m.downhill-model words.csv --method permutation --feature a; --feature means nothing to --method permutation",
        "explain m.downhill-model words.csv --method ale --centred; --centred means nothing to --method ale, but to pdp, ice",
        "explain m.downhill-model words.csv --method shap --want red; but to counterfactual",
        "train nofile.json --out x; no such file",
        "train folder --out x; is a folder",
        "train mangled.json --out x; line 1",
        "train newer.json --out x; Install a newer Downhill",
        "train other.json --out x; is not an experiment",
        "train junk.csv --out x; JSON",
        "train mangled.json; --out",
        "predict nofile words.csv --out x.csv; no such file",
        "predict words.csv words.csv --out x.csv; is not a model",
        "predict junk.csv words.csv --out x.csv; is not a model",
        "evaluate words.csv words.csv; is not a model",
        "conform nofolder; no such folder",
        "conform words.csv; is not a folder",
        "conform folder; no case",
        "rules madam; There is no optimizer",
        "bench --model teapot; There is no model",
        "bench --runs 0; --runs",
        "bench --layers 3; --layers",
        "screenshot nofile.json --out x.png; no such file",
        "screenshot words.csv --out x.png --size big; WIDTHxHEIGHT",
        "screenshot words.csv --out x.SVG; choose a name that ends in .png",
        "screenshot words.csv --out x.jpeg; choose a name that ends in .png",
        "gui nofile.csv; no such file",
        "dance; There is no command \"dance\"",
        "--loud; --loud"})
    void isRefusedInOneLine(String call, String message) {
        Cli result = Cli.run((Object[]) resolved(call));
        assertThat(result.err()).as("standard error").containsIgnoringCase(message);
        assertThat(result.err().strip().lines().count()).as(result.err()).isEqualTo(1);
        assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("null");
        assertThat(result.out()).as("standard output").isEmpty();
        assertThat(result.code()).isEqualTo(2);
    }

    /** Names of files become those of the test's folder. */
    private static String[] resolved(String call) {
        String[] words = call.strip().split(" ");
        for (int i = 1; i < words.length; i++) {
            if (words[i].matches("(nofile|folder|nofolder|x|[a-z-]+)(\\.(csv|json|png|rule))?") && isFile(words, i)) {
                words[i] = folder.resolve(words[i]).toString();
            }
        }
        return words;
    }

    private static boolean isFile(String[] words, int i) {
        return words[i].contains(".") || words[i].matches("nofile|folder|nofolder") || words[i].equals("x") && words[i - 1].equals("--out");
    }

    @Test
    void aFaultOfTheProgramIsOneLineThatNamesTheLog() {
        Cli result = Cli.run("gui");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines().count()).isEqualTo(1);
        assertThat(result.err()).contains("Something went wrong inside Downhill").contains("first line second line").contains("the.log");
    }

    @Test
    void nothingIsLeftBehindByARefusedRace() {
        Path out = folder.resolve("never");
        Cli.run("compare", folder.resolve("one-class.csv"), "--target", "y", "--out", out);
        assertThat(out).doesNotExist();
    }
}
