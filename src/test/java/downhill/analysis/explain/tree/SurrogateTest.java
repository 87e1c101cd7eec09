package downhill.analysis.explain.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.data.ColumnType;
import downhill.data.CounterRandom;
import downhill.data.Dates;
import downhill.data.Progress;
import downhill.words.RefusedException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A planted truth is found, and text, SQL and Java say the same of every row. */
class SurrogateTest {
    private static final int ROWS = 300;
    private static final List<RawField> FIELDS = List.of(
            new RawField("year built", 0, ColumnType.NUMBER, List.of(), 1970.0),
            new RawField("class", 0, ColumnType.CATEGORY, List.of("it's \"A\"", "B\\u0041", "\u4e2d", "d\n"), null),
            new RawField("sold", 0, ColumnType.DATE, List.of(), null),
            RawField.number("noise"));

    private static Cells cells() {
        double[] values = new double[ROWS * 4];
        for (int row = 0; row < ROWS; row++) {
            values[row * 4] = 1900 + 5 * CounterRandom.index(1, 1300, row, 22);
            values[row * 4 + 1] = CounterRandom.index(1, 1301, row, 5) - 1;
            values[row * 4 + 2] = Dates.days("2006-01-01") + 400 * CounterRandom.index(1, 1302, row, 4);
            values[row * 4 + 3] = CounterRandom.gaussian(1, 1303, row);
        }
        return new Cells(FIELDS, ROWS, values);
    }

    private static double truth(Cells cells, int row) {
        double late = cells.of(row, 0) > 1980 ? 50 : 0;
        double kind = cells.of(row, 1) == 1 || cells.of(row, 1) == 2 ? 20 : 0;
        return 100 + late + kind + (cells.of(row, 2) > Dates.days("2008-06-30") ? 7 : 0);
    }

    private static double[] truths(Cells cells) {
        return IntStream.range(0, ROWS).mapToDouble(row -> truth(cells, row)).toArray();
    }

    private static Surrogate numbers(int leaves) {
        return Surrogate.of(cells(), truths(cells()), List.of(), leaves, 12, 3, Progress.NONE);
    }

    private static Surrogate classes() {
        double[] answers = Arrays.stream(truths(cells())).map(each -> each > 150 ? 1 : 0).toArray();
        return Surrogate.of(cells(), answers, List.of("cheap", "\"dear\""), 6, 12, 3, Progress.NONE);
    }

    @Test
    void aPlantedTruthIsFound() {
        Surrogate surrogate = numbers(8);
        assertThat(surrogate.tree().leaves()).isEqualTo(8);
        assertThat(surrogate.own().unseen()).as("a label may lack in a leaf").isGreaterThan(0.999);
        assertThat(TreeRule.of(surrogate.tree())).extracting(SurrogateTest::text).anyMatch(rule -> rule.matches(
                "157: year built > 1980 and class \u2209 \\{B\\\\u0041, \u4e2d} and sold > 2008-.*"))
                .anyMatch(rule -> rule.matches("100: year built \u2264 1980 and class \u2209 \\{B\\\\u0041, \u4e2d} and sold \u2264 2008-.*"));
    }

    private static String text(TreeRule rule) {
        return Math.round(rule.leaf().mean()[0]) + ": " + rule.conditions().stream().map(TreeCondition::text)
                .collect(Collectors.joining(" and "));
    }

    @Test
    void fidelityGrowsWithSizeAndIsThatOfUnseenRows() {
        List<Surrogate.Fidelity> told = numbers(4).fidelity();
        assertThat(told.get(0).seen()).isZero();
        assertThat(told.get(0).unseen()).isLessThanOrEqualTo(0);
        assertThat(told.get(7).unseen()).isGreaterThan(0.999);
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).seen()).isGreaterThanOrEqualTo(told.get(i - 1).seen());
        }
        double[] noise = IntStream.range(0, ROWS).mapToDouble(row -> CounterRandom.gaussian(4, 1304, row)).toArray();
        Surrogate.Fidelity learnedByHeart = Surrogate.of(cells(), noise, List.of(), 12, 12, 3, Progress.NONE).own();
        assertThat(learnedByHeart.seen()).isGreaterThan(0.15);
        assertThat(learnedByHeart.unseen()).isLessThan(0.05);
        assertThat(classes().own().unseen()).isGreaterThan(0.98);
    }

    @Test
    void exactlyOneRuleFitsARow() {
        Cells cells = cells();
        for (Surrogate surrogate : List.of(numbers(8), classes())) {
            List<TreeRule> rules = TreeRule.of(surrogate.tree());
            for (int row = 0; row < ROWS; row++) {
                int at = row;
                List<TreeRule> fitting = rules.stream().filter(rule -> rule.conditions().stream()
                        .allMatch(each -> each.holds(cells.of(at, cells.fields().indexOf(each.field()))))).toList();
                assertThat(fitting).hasSize(1);
                assertThat(fitting.get(0).leaf()).isSameAs(surrogate.tree().leaf(cells, row));
            }
        }
    }

    @Test
    void whatCannotBeToldIsOneSentence() {
        assertThatThrownBy(() -> Surrogate.of(cells().pick(new int[7]), new double[7], List.of(), 4, 8, 1, Progress.NONE))
                .isInstanceOf(RefusedException.class).hasMessageContaining("7 rows");
        assertThatThrownBy(() -> Surrogate.of(cells(), new double[ROWS], List.of(), 4, 8, 1, Progress.NONE))
                .isInstanceOf(RefusedException.class).hasMessageContaining("same");
        double[] lost = truths(cells());
        lost[5] = Double.NaN;
        assertThatThrownBy(() -> Surrogate.of(cells(), lost, List.of(), 4, 8, 1, Progress.NONE))
                .isInstanceOf(RefusedException.class).hasMessageContaining("not finite");
    }

    @Test
    void sqlSaysTheSame() throws SQLException {
        for (Surrogate surrogate : List.of(numbers(8), classes())) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                    Statement statement = connection.createStatement()) {
                statement.execute("create table t (id integer, \"year built\" real, class text, sold text)");
                for (int row = 0; row < ROWS; row++) {
                    insert(connection, row);
                }
                insert(connection, ROWS, null, "B\\u0041", "2009-01-01");
                insert(connection, ROWS + 1, 1990.0, null, "2009-01-01");
                ResultSet found = statement.executeQuery("select " + TreeSql.of(surrogate) + " from t order by id");
                assertThat(texts(found)).extracting(SurrogateTest::plain)
                        .isEqualTo(wanted(surrogate).stream().map(SurrogateTest::plain).toList());
            }
        }
    }

    /** Numbers without a trailing .0. */
    private static String plain(String text) {
        return text == null ? null : text.replaceAll("\\.0$", "");
    }

    private static List<String> texts(ResultSet found) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (found.next()) {
            texts.add(found.getString(1));
        }
        return texts;
    }

    /** Then a row with a gap that is filled, and one that the model cannot answer. */
    private static List<String> wanted(Surrogate surrogate) {
        Cells cells = cells();
        List<String> wanted = IntStream.range(0, ROWS).mapToObj(row -> surrogate.said(surrogate.tree().leaf(cells, row)))
                .collect(Collectors.toCollection(ArrayList::new));
        Cells filled = new Cells(FIELDS, 1, new double[] {1970, 1, Dates.days("2009-01-01"), 0});
        wanted.add(surrogate.said(surrogate.tree().leaf(filled, 0)));
        wanted.add(null);
        return wanted;
    }

    private static void insert(Connection connection, int row) throws SQLException {
        Cells cells = cells();
        String kind = FIELDS.get(1).text(cells.of(row, 1));
        insert(connection, row, cells.of(row, 0), kind == null ? "unheard of" : kind, FIELDS.get(2).text(cells.of(row, 2)));
    }

    private static void insert(Connection connection, int id, Double year, String kind, String sold) throws SQLException {
        try (var insert = connection.prepareStatement("insert into t values (?, ?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setObject(2, year);
            insert.setString(3, kind);
            insert.setString(4, sold);
            insert.execute();
        }
    }

    @Test
    void javaSaysTheSame(@TempDir Path folder) throws Exception {
        for (Surrogate surrogate : List.of(numbers(8), classes())) {
            String name = surrogate.classes().isEmpty() ? "Numbers" : "Classes";
            Method predict = compiled(TreeJava.of(surrogate, name), name, folder);
            Cells cells = cells();
            List<String> said = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                String kind = FIELDS.get(1).text(cells.of(row, 1));
                said.add(asked(predict, cells.of(row, 0), kind == null ? "unheard of" : kind, cells.of(row, 2)));
            }
            said.add(asked(predict, Double.NaN, "B\\u0041", (double) Dates.days("2009-01-01")));
            said.add(asked(predict, 1990.0, null, (double) Dates.days("2009-01-01")));
            List<String> wanted = wanted(surrogate);
            assertThat(said.subList(0, ROWS + 1)).extracting(SurrogateTest::plain)
                    .isEqualTo(wanted.subList(0, ROWS + 1).stream().map(SurrogateTest::plain).toList());
            assertThat(said.get(ROWS + 1)).isIn("NaN", "null");
        }
    }

    private static String asked(Method predict, Object... all) throws ReflectiveOperationException {
        return String.valueOf(predict.invoke(null, Arrays.copyOf(all, predict.getParameterCount())));
    }

    private static Method compiled(String source, String name, Path folder) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return source;
            }
        };
        StringWriter told = new StringWriter();
        assertThat(compiler.getTask(told, null, null, List.of("-d", folder.toString()), null, List.of(file)).call())
                .as(source + told).isTrue();
        assertThat(Files.exists(folder.resolve(name + ".class"))).isTrue();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return Arrays.stream(loader.loadClass(name).getMethods()).filter(each -> each.getName().equals("predict")).findFirst()
                    .orElseThrow();
        }
    }
}
