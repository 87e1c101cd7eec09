package downhill.analysis.explain.tree;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.data.ColumnType;
import downhill.data.CounterRandom;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and labels as files have them, and numbers of any size: SQL and Java say what the tree says. */
class OddNamesTest {
    private static final List<RawField> FIELDS = List.of(RawField.number("class"), RawField.number("_"), RawField.number("a b"),
            RawField.number("a_b"), RawField.number("a_b_2"), RawField.number("1st \"best\""), RawField.number("m\u00b2"),
            RawField.number("\u4ef7"), new RawField("load", 3, ColumnType.NUMBER, List.of(), null),
            RawField.labels("select", "", "o''x", "\\u0022", "a\tb", "\u2028", "\ud83d\ude00", "%s; --"));
    private static final int LABELS = FIELDS.size() - 1;

    /** Asks for each of the fields in turn: at most 0, or one of the even labels. */
    private static TreeNode chain(int field, IntSaid said) {
        int outputs = said.outputs();
        if (field == FIELDS.size()) {
            return leaf(said.of(field), outputs);
        }
        Split split = field == LABELS ? Split.among(field, List.of(0, 2, 4, 6)) : Split.at(field, 0);
        return new TreeNode(new double[outputs], 20, 1, split, field, leaf(said.of(field), outputs), chain(field + 1, said));
    }

    /** What the leaf of that number says. */
    private interface IntSaid {
        double of(int leaf);

        default int outputs() {
            return 1;
        }
    }

    private static TreeNode leaf(double said, int outputs) {
        double[] mean = new double[outputs];
        mean[outputs == 1 ? 0 : (int) said] = outputs == 1 ? said : 1;
        return new TreeNode(mean, 5, 0, null, -1, null, null);
    }

    private static Surrogate surrogate(IntSaid said, List<String> classes) {
        return new Surrogate(new RuleTree(FIELDS, chain(0, said)), classes, List.of(), 20, 10);
    }

    /** From far below what an int holds to far above, fractions among them. */
    private static Surrogate numbers() {
        double[] sizes = {-7, 0, 0.125, 1e9, 3e9, -2147483649.0, 1.5e12, 123456e9, 4e15, 1e-7, -2.5e300};
        return surrogate(leaf -> sizes[leaf], List.of());
    }

    private static Surrogate classes() {
        List<String> names = List.of("it's", "\"", "\\", "\n", "", "\u4e2d", "null", "\\u000a", "a,b", "'", "--");
        return surrogate(new IntSaid() {
            @Override
            public double of(int leaf) {
                return leaf;
            }

            @Override
            public int outputs() {
                return names.size();
            }
        }, names);
    }

    /** One row for each leaf, then some by chance. */
    private static Cells cells() {
        int rows = 60;
        double[] values = new double[rows * FIELDS.size()];
        for (int i = 0; i < values.length; i++) {
            int row = i / FIELDS.size();
            int field = i % FIELDS.size();
            boolean yes = row < FIELDS.size() ? row == field : row > FIELDS.size() && CounterRandom.index(1, 1810, i, 8) == 0;
            double label = 2 * CounterRandom.index(1, 1811, i, yes ? 4 : 3) + (yes ? 0 : 1);
            values[i] = field == LABELS ? label : yes ? -1 : 1;
        }
        return new Cells(FIELDS, rows, values);
    }

    private static List<String> wanted(Surrogate surrogate) {
        Cells cells = cells();
        List<String> all = IntStream.range(0, cells.count()).mapToObj(row -> surrogate.said(surrogate.tree().leaf(cells, row))).toList();
        assertThat(all.stream().distinct()).as("every leaf is come to").hasSize(FIELDS.size() + 1);
        return all;
    }

    private static void same(Surrogate surrogate, List<String> said) {
        List<String> wanted = wanted(surrogate);
        for (int row = 0; row < wanted.size(); row++) {
            if (surrogate.classes().isEmpty()) {
                assertThat(Double.parseDouble(said.get(row))).isEqualTo(Double.parseDouble(wanted.get(row)));
            } else {
                assertThat(said.get(row)).isEqualTo(wanted.get(row));
            }
        }
    }

    private static Object value(Cells cells, int row, int field) {
        return field == LABELS ? FIELDS.get(field).text(cells.of(row, field)) : (Object) cells.of(row, field);
    }

    @Test
    void sqlSaysTheSame() throws SQLException {
        Cells cells = cells();
        String columns = FIELDS.stream().map(each -> "\"" + each.name().replace("\"", "\"\"") + "\"").collect(Collectors.joining(", "));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (" + columns + ")");
            String marks = FIELDS.stream().map(each -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert = connection.prepareStatement("insert into t values (" + marks + ")")) {
                for (int row = 0; row < cells.count(); row++) {
                    for (int field = 0; field < FIELDS.size(); field++) {
                        insert.setObject(field + 1, value(cells, row, field));
                    }
                    insert.execute();
                }
            }
            for (Surrogate surrogate : List.of(numbers(), classes())) {
                List<String> said = new ArrayList<>();
                try (ResultSet found = statement.executeQuery("select " + TreeSql.of(surrogate) + " from t order by rowid")) {
                    while (found.next()) {
                        said.add(surrogate.classes().isEmpty() ? Double.toString(found.getDouble(1)) : found.getString(1));
                    }
                }
                same(surrogate, said);
            }
        }
    }

    @Test
    void javaSaysTheSame(@TempDir Path folder) throws Exception {
        Cells cells = cells();
        List<Surrogate> both = List.of(numbers(), classes());
        compile(folder, TreeJava.of(both.get(0), "Odd0"), TreeJava.of(both.get(1), "Odd1"));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (int i = 0; i < 2; i++) {
                Method predict = Arrays.stream(loader.loadClass("Odd" + i).getMethods()).filter(each -> each.getName().equals("predict"))
                        .findFirst().orElseThrow();
                List<String> said = new ArrayList<>();
                for (int row = 0; row < cells.count(); row++) {
                    int at = row;
                    said.add(String.valueOf(predict.invoke(null, IntStream.range(0, FIELDS.size())
                            .mapToObj(field -> value(cells, at, field)).toArray())));
                }
                same(both.get(i), said);
            }
        }
    }

    private static void compile(Path folder, String... sources) {
        List<SimpleJavaFileObject> files = IntStream.range(0, sources.length).mapToObj(i -> new SimpleJavaFileObject(
                URI.create("string:///Odd" + i + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return sources[i];
            }
        }).collect(Collectors.toList());
        StringWriter told = new StringWriter();
        assertThat(ToolProvider.getSystemJavaCompiler().getTask(told, null, null, List.of("-d", folder.toString()), null, files).call())
                .as(String.join("\n", sources) + told).isTrue();
    }

    @Test
    void oneLeafIsAValueAndAsksForNothing() {
        Surrogate alone = new Surrogate(new RuleTree(FIELDS, leaf(2, 1)), List.of(), List.of(), 20, 10);
        assertThat(TreeSql.of(alone)).isEqualTo("2");
        assertThat(TreeJava.of(alone, "Alone")).contains("predict()").doesNotContain("if (");
        Surrogate named = new Surrogate(new RuleTree(FIELDS, leaf(1, 2)), List.of("no", "it's"), List.of(), 20, 10);
        assertThat(TreeSql.of(named)).isEqualTo("'it''s'");
    }
}
