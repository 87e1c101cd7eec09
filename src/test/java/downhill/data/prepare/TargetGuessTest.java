package downhill.data.prepare;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Edition;
import downhill.data.Notice;
import downhill.data.TaskKind;
import downhill.words.Said;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guessed target is never a day, a month, an id or a count of rows; integers with a gap are classes or told. */
class TargetGuessTest {
    private static final int ROWS = 90;

    /** A column with values as its name has them in life. */
    private static Column column(String name) {
        return switch (name) {
            case "Month" -> numbers(name, rows(i -> 5 + i / 30));
            case "Day", "day_of_month" -> numbers(name, rows(i -> 1 + i % 30));
            case "Year", "Timestamp" -> numbers(name, rows(i -> 1900 + i));
            case "PassengerId", "id", "RowNumber", "No", "t" -> numbers(name, rows(i -> 1 + i));
            case "Date" -> labels(name, ColumnType.DATE, texts("2020-01-%02d"));
            case "Name" -> labels(name, ColumnType.TEXT, texts("Person %d"));
            case "Class" -> labels(name, IntStream.range(0, ROWS).mapToObj(i -> "c" + i % 3).toArray(String[]::new));
            case "Sex", "Survived", "Bought" -> labels(name, IntStream.range(0, ROWS).mapToObj(i -> "v" + i % 2).toArray(String[]::new));
            case "Constant" -> numbers(name, rows(i -> 3));
            default -> numbers(name, new Random(name.hashCode()).doubles(ROWS).toArray());
        };
    }

    private static double[] rows(java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, ROWS).mapToDouble(value).toArray();
    }

    private static String[] texts(String pattern) {
        return IntStream.range(0, ROWS).mapToObj(i -> String.format(java.util.Locale.ROOT, pattern, i + 1)).toArray(String[]::new);
    }

    private static Roles roles(String names, Edition edition) {
        return Roles.of(table(Arrays.stream(names.split(" ")).map(TargetGuessTest::column).toArray(Column[]::new)),
                spec().withEdition(edition));
    }

    @ParameterizedTest
    @CsvSource({"Ozone Solar Wind Temp Month Day, Temp", "Class Sex Age Survived Freq, Survived", "Price Date, Price", "a b PassengerId, b",
        "PassengerId Survived Class Name Sex Age Fare, Survived", "load Year, load", "a b Constant, b", "a b Name, b", "Class a b, Class",
        "a b day_of_month, b", "u v RowNumber, v", "value Timestamp, value", "dist climb time, time", "u v No, v", "species Month, species",
        "Class a Bought, Bought", "Month Day, Day"})
    void itIsWorthPredicting(String names, String target) {
        Roles roles = roles(names, Edition.SECOND);
        assertThat(roles.target()).isEqualTo(target);
        assertThat(roles.notices()).contains(new Notice(target, Said.of("notice.target", target), Notice.About.TARGET));
    }

    @ParameterizedTest
    @CsvSource({"Ozone Wind Month Day, Day", "Class Sex Age Survived Freq, Class", "a b PassengerId, PassengerId"})
    void olderDocumentsKeepTheirs(String names, String target) {
        assertThat(roles(names, Edition.FIRST).target()).isEqualTo(target);
    }

    private static Roles whole(String name, int... values) {
        return Roles.of(table(column("a"), numbers(name, rows(i -> values[i % values.length]))), spec().withTarget(name));
    }

    @ParameterizedTest
    @CsvSource({"Type, MULTICLASS", "glass_type, MULTICLASS", "Type of glass, MULTICLASS", "Class, MULTICLASS", "label, MULTICLASS",
        "quality, REGRESSION", "rooms, REGRESSION"})
    void wholeNumbersWithGapsAreClassesByNameOrTold(String name, TaskKind task) {
        Roles roles = whole(name, 1, 2, 3, 5, 6, 7);
        assertThat(roles.task()).isEqualTo(task);
        assertThat(roles.notices()).filteredOn(notice -> notice.about() == Notice.About.CLASSES).hasSize(1).extracting(Notice::message)
                .allSatisfy(said -> assertThat(said).contains("6 different whole numbers with gaps")
                        .contains(task == TaskKind.REGRESSION ? "choose classification" : "choose regression"));
    }

    @Test
    void manyWholeNumbersAreNotAskedAbout() {
        Roles many = Roles.of(table(column("a"), numbers("price", rows(i -> i * 37 % 83))), spec());
        assertThat(many.task()).isEqualTo(TaskKind.REGRESSION);
        assertThat(many.notices()).noneMatch(notice -> notice.about() == Notice.About.CLASSES);
    }
}
