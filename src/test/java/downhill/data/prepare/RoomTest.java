package downhill.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataException;
import downhill.data.Room;
import downhill.data.SequenceSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTest {
    private static final double GIGA = 1L << 30;
    private static final Room SMALL = new Room(GIGA / 2, 0);

    @ParameterizedTest
    @CsvSource({"1000, 10, true", "300000, 9000, false", "2147483647, 2147483647, false", "2147483647, 1, false", "1, 2147483647, false",
            "50000000, 1, true"})
    void rowsHaveRoomOrAreRefusedInWords(int rows, int width, boolean room) {
        if (room) {
            Checks.room(rows, width, width, SMALL);
        } else {
            assertThatThrownBy(() -> Checks.room(rows, width, width, SMALL)).isInstanceOf(DataException.class)
                    .hasMessageContaining("may use 512 MB")
                    .hasMessageContaining("--sample").hasMessageContaining("-Xmx");
        }
    }

    @Test
    void broadCategoriesTakeWhatTheirIndexesTake() {
        assertThatThrownBy(() -> Checks.room(1_000_000, 1000, 1000, SMALL))
                .hasMessageStartingWith("The 1000 inputs of 1000000 rows would take about 7.5 GB of memory, "
                + "but the program may use 512 MB.");
        Checks.room(1_000_000, 1000, 0.5, SMALL);
    }

    @Test
    void aTableThatIsThereLeavesLess() {
        assertThat(SMALL.hasArray(40e6)).isTrue();
        assertThat(SMALL.beside(20e6).hasArray(40e6)).isFalse();
        assertThat(new Room(1000 * GIGA, 0).hasArray(2.2e9)).as("no array of Java is longer than 2147483639 numbers").isFalse();
    }

    @Test
    void sizesAreWrittenAsPeopleSayThem() {
        assertThat(Room.text(512 * 1024 * 1024)).hasToString("512 MB");
        assertThat(Room.text(1.5 * GIGA)).hasToString("1.5 GB");
        assertThat(Room.text(900)).hasToString("900 bytes");
        assertThat(Room.text(1e300)).hasToString("more than a million EB");
    }

    @Test
    void memoryUsedUpAndSizesThatOverflowAreToldWhateverIsAroundThem() {
        assertThat(String.valueOf(Room.refusal(new IllegalStateException("x",
                new RuntimeException(new OutOfMemoryError("Java heap space")))))).contains("may use", "--sample", "-Xmx");
        assertThat(String.valueOf(Room.refusal(new RuntimeException(new ArithmeticException("integer overflow")))))
                .startsWith("An array of more than");
        assertThat(Room.refusal(new ArithmeticException("/ by zero"))).isNull();
    }

    @Test
    void theLargestWindowReachesItsTargetWithoutOverflow() {
        assertThat(new SequenceSpec(1_000_000_000, 1_000_000_000, 1).reach()).as("the most that may be asked for").isEqualTo(1_999_999_999);
        assertThat(new SequenceSpec(5, 2, 1).reach()).isEqualTo(6);
    }
}
