package downhill.data.prepare;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSpec;
import downhill.data.Notice;
import downhill.data.Role;
import downhill.data.Table;
import downhill.data.TaskKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RolesTest {
    @Test
    void theLastColumnIsTheTargetUnlessOneIsNamedLikeIt() {
        assertEquals("b", Roles.of(table(numbers("a", 1, 2), numbers("b", 1, 2.5)), spec()).target());
        assertEquals("Species", Roles.of(table(labels("Species", "u", "v"), numbers("b", 1, 2.5)), spec()).target());
    }

    @Test
    void freeTextAndRowNumbersAreIgnoredAndThatIsSaid() {
        Table table = table(numbers("id", range(4)), labels("name", ColumnType.TEXT, "p", "q", "r", "s"), numbers("x", range(4)),
                numbers("y", 1, 2, 4, 8.5));
        Roles roles = Roles.of(table, spec());
        assertEquals(List.of(Role.IGNORED, Role.IGNORED, Role.FEATURE, Role.TARGET),
                roles.columns().stream().map(ColumnSpec::role).toList());
        assertEquals(List.of("id", "name", "y"), roles.notices().stream().map(Notice::column).sorted().toList());
    }

    @Test
    void whatAPersonChoseIsKept() {
        Table table = table(numbers("id", range(4)), numbers("x", range(4)), numbers("y", 1, 2, 4, 8.5));
        DataSpec chosen = spec().withColumns(List.of(new ColumnSpec("id", ColumnType.CATEGORY, Role.FEATURE),
                new ColumnSpec("x", ColumnType.NUMBER, Role.TARGET), new ColumnSpec("y", ColumnType.NUMBER, Role.IGNORED)));
        Roles roles = Roles.of(table, chosen);
        assertEquals("x", roles.target());
        assertEquals(List.of(new ColumnSpec("id", ColumnType.CATEGORY, Role.FEATURE)), roles.features());
    }

    @Test
    void manyDifferentNumbersAreAQuantityAndFewWholeOnesAClass() {
        assertEquals(TaskKind.REGRESSION, task(IntStream.range(0, 40).mapToDouble(i -> i * 7 % 31).toArray()));
        assertEquals(TaskKind.REGRESSION, task(IntStream.range(0, 40).mapToDouble(i -> i % 3 + 0.5).toArray()));
        assertEquals(TaskKind.MULTICLASS, task(IntStream.range(0, 40).mapToDouble(i -> i % 3).toArray()));
        assertEquals(TaskKind.BINARY, task(IntStream.range(0, 40).mapToDouble(i -> i % 2 * 4).toArray()));
    }

    /** Nobody is told of one value where the file shows several. */
    @Test
    void whatVariesByRoundingAloneIsNotCalledOneValue() {
        String said = Roles.of(table(numbers("x", 1e15, 1e15 + 1, 1e15 + 2), numbers("y", 1e15 + 0.5, 1e15 + 0.75, 1e15 + 1)), spec())
                .notices().toString();
        assertTrue(said.contains("x varies by no more than rounding does"), said);
        assertTrue(said.contains("The target \"y\" varies by no more than rounding does"), said);
        assertTrue(!said.contains("one value only") && !said.contains("in all rows;"), said);
    }

    /** Of classes it is refused; numbers could be learned, but nothing would be. */
    @Test
    void aTargetThatNeverChangesIsTold() {
        Roles still = Roles.of(table(numbers("x", 1, 2, 3.5), numbers("y", 5, 5, 5)), spec());
        assertTrue(still.notices().stream().anyMatch(notice -> notice.message().contains("\"y\" has one value in all rows")),
                still.toString());
        Roles moving = Roles.of(table(numbers("x", 1, 2, 3.5), numbers("y", 5, 5, 5.5)), spec());
        assertTrue(moving.notices().stream().noneMatch(notice -> notice.message().contains("one value")), moving.toString());
    }

    private static TaskKind task(double[] y) {
        Roles roles = Roles.of(table(numbers("x", range(y.length)), numbers("y", y)), spec());
        assertTrue(roles.task() == TaskKind.REGRESSION || roles.notices().stream().anyMatch(n -> n.message().contains("taken as a class")));
        return roles.task();
    }
}
