package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.Wanted;
import downhill.words.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns of training are found in another file by their names, each its own: told apart by a number that each column holds. */
class ColumnMatchTest {
    private static final List<String> NAMES = List.of("size", "weight (kg)", "Höhe", "a b", "id", "x1", "été", "Ωmega", "last-name");

    /** A column of a file: its name there and which column of training it is, or none of them. */
    private record Held(String name, int which) {
    }

    private static byte[] file(List<Held> columns) {
        StringBuilder text = new StringBuilder(String.join(";", columns.stream().map(Held::name).toList())).append('\n');
        for (int row = 0; row < 3; row++) {
            text.append(String.join(";", columns.stream().map(each -> each.which + ".5").toList())).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static final ImportOptions OPTIONS = ImportOptions.DEFAULT.withDialect(Dialect.STANDARD.withDelimiter(";"));

    /** What a model that was trained on all of these columns asks for. */
    private static Wanted trained(List<Held> columns) {
        Table table = Reading.of(file(columns), OPTIONS, Map.of()).imported().table();
        return new Wanted(table.columns().stream().map(each -> new Wanted.One(each.name(), each.type(), true)).toList(), table.reading());
    }

    /** By the name in training, the number that its column holds in the other file; a column that is not found is not there. */
    private static Map<String, Double> found(Wanted wanted, List<Held> other) throws IOException {
        return found(wanted, other, new ArrayList<>());
    }

    private static Map<String, Double> found(Wanted wanted, List<Held> other, List<String> told) throws IOException {
        Map<String, Double> found = new java.util.LinkedHashMap<>();
        CsvStream.read(file(other), "other.csv", OPTIONS, wanted, 0, Progress.NONE, new BlockListener() {
            @Override
            public void begin(List<String> columns, Map<String, String> names) {
                found.clear();
            }

            @Override
            public void rows(Block block) {
                block.table().columns().forEach(column -> found.put(column.name(), column.number(0)));
            }

            @Override
            public void problem(ImportProblem problem) {
                throw new AssertionError(problem.message());
            }

            @Override
            public void remark(Said sentence) {
                assertThat(sentence.toString()).isNotBlank();
                told.add(sentence.toString());
            }
        });
        return found;
    }

    private static List<Held> drawn(Random random) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        int count = 2 + random.nextInt(names.size() - 2);
        return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> new Held(names.get(i), i)).toList());
    }

    private static void each(Wanted wanted, Map<String, Double> found, String how) {
        for (int i = 0; i < wanted.columns().size(); i++) {
            assertThat(found).as(how).containsEntry(wanted.columns().get(i).name(), i + 0.5);
        }
    }

    @Test
    void columnsMayComeInAnyOrderWithOthersBetween() throws IOException {
        for (int seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            List<Held> training = drawn(random);
            List<Held> other = new ArrayList<>(training);
            for (int i = random.nextInt(4); i > 0; i--) {
                other.add(new Held(random.nextInt(4) == 0 ? "" : "further " + i, 70 + i));
            }
            Collections.shuffle(other, random);
            each(trained(training), found(trained(training), other), "seed " + seed + ": " + training + " in " + other);
        }
    }

    /** Which of them was meant nobody knows; training had as many, so its own are found, and the rest is told. */
    @Test
    void moreColumnsOfANameThanTrainingHadAreTold() throws IOException {
        List<Held> training = List.of(new Held("a", 0), new Held("b", 1), new Held("b", 2));
        List<String> told = new ArrayList<>();
        assertThat(found(trained(training), training, told)).hasSize(3);
        assertThat(told).isEmpty();
        List<Held> more = List.of(new Held("b", 1), new Held("a", 0), new Held("b", 2), new Held("a", 7), new Held("b", 8),
                new Held("c", 9), new Held("c", 9));
        each(trained(training), found(trained(training), more, told), "the first of each name");
        assertThat(told).containsExactly(
                "2 columns are called \"a\", and 1 in the file that the model was trained on; those further right are not used.",
                "3 columns are called \"b\", and 2 in the file that the model was trained on; those further right are not used.");
    }

    /** Not that columns are missing, for none can be seen. */
    @Test
    void whereNothingCanBeReadThatIsSaid() {
        Wanted wanted = trained(List.of(new Held("a", 0), new Held("b", 1)));
        BlockListener nobody = new BlockListener() {
            @Override
            public void begin(List<String> columns, Map<String, String> names) {
                throw new AssertionError(columns);
            }

            @Override
            public void rows(Block block) {
                throw new AssertionError(block.table().rows());
            }

            @Override
            public void problem(ImportProblem problem) {
                assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_BYTES);
            }

            @Override
            public void remark(Said sentence) {
                throw new AssertionError(sentence);
            }
        };
        byte[] broken = "\u00e9;b\n1;\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        ImportOptions asTold = ImportOptions.DEFAULT.withDialect(Dialect.STANDARD.withDelimiter(";").withEncoding("UTF-8"));
        assertThatThrownBy(() -> CsvStream.read(broken, "other.csv", asTold, wanted, 0, Progress.NONE, nobody))
                .isInstanceOf(DataException.class).hasMessageContaining("None of the 2 rows could be read").hasMessageContaining("UTF-8");
    }

    private static String otherwise(Random random, String name) {
        return switch (random.nextInt(5)) {
            case 3 -> name.replace(" ", random.nextBoolean() ? "\u00a0" : "  ");
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> " " + name + "  ";
            case 2 -> Normalizer.normalize(name, Normalizer.Form.NFD);
            default -> name;
        };
    }

    @Test
    void namesMayBeWrittenOtherwise() throws IOException {
        for (int seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            List<Held> training = drawn(random);
            List<Held> other = new ArrayList<>(training.stream().map(each -> new Held(otherwise(random, each.name), each.which)).toList());
            Collections.shuffle(other, random);
            each(trained(training), found(trained(training), other), "seed " + seed + ": " + training + " in " + other);
        }
    }

    /** Several columns of one name keep their order among themselves, whatever stands between them. */
    @Test
    void ofColumnsOfOneNameTheFirstIsTheFirst() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<String> names = new ArrayList<>();
            for (int i = 3 + random.nextInt(5); i > 0; i--) {
                names.add(NAMES.get(random.nextInt(3)));
            }
            List<Held> training = IntStream.range(0, names.size()).mapToObj(i -> new Held(names.get(i), i)).toList();
            List<Held> other = new ArrayList<>(training);
            for (int i = 0; i < 10; i++) {
                int at = random.nextInt(other.size() - 1);
                if (!other.get(at).name.equals(other.get(at + 1).name)) {
                    Collections.swap(other, at, at + 1);
                }
            }
            each(trained(training), found(trained(training), other), "seed " + seed + ": " + training + " in " + other);
        }
    }

    /** What is not there is not taken from another: each column of the file is at most one of training. */
    @Test
    void whatIsNotThereIsNoOther() throws IOException {
        for (int seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            List<Held> training = drawn(random);
            Wanted wanted = trained(training);
            List<Held> other = new ArrayList<>(training);
            other.removeIf(each -> random.nextInt(3) == 0);
            other.add(new Held("something else", 99));
            Map<String, Double> found = found(wanted, other);
            for (int i = 0; i < training.size(); i++) {
                String name = wanted.columns().get(i).name();
                if (other.contains(training.get(i))) {
                    assertThat(found).containsEntry(name, i + 0.5);
                } else {
                    assertThat(found).as("seed %d: %s in %s", seed, training, other).doesNotContainKey(name);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Size, SIZE", "sIZE, Size"})
    void namesThatDifferInCaseOnlyAreNotChosenBetween(String first, String second) {
        Wanted wanted = trained(List.of(new Held("size", 0), new Held("id", 1)));
        assertThatThrownBy(() -> found(wanted, List.of(new Held(first, 0), new Held("id", 1), new Held(second, 2))))
                .isInstanceOf(DataException.class).hasMessageContaining(first).hasMessageContaining(second);
    }
}
