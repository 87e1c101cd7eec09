package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a person said goes before what was found, and nothing else changes, for drawn dialects. */
class DialectChoiceTest {
    private static final int DRAWN = 500;

    private static Dialect dialect(Random random) {
        String decimal = pick(random, ".", ",");
        String quote = pick(random, "\"", "'", "");
        return new Dialect(pick(random, "UTF-8", "GB18030", "UTF-16LE"), pick(random, ",", ";", "\t", "|", " ", "::"),
                random.nextBoolean(), quote,
                quote.isEmpty() ? "" : pick(random, quote, "\\"), random.nextBoolean(), decimal,
                        pick(random, "", " ", decimal.equals(".") ? "," : "."),
                pick(random, "", "#", "%"), random.nextInt(4));
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    @Test
    void whereNothingIsSaidWhatWasFoundStands() {
        for (int seed = 0; seed < DRAWN; seed++) {
            Dialect found = dialect(new Random(seed));
            assertThat(DialectChoice.OPEN.over(found)).isEqualTo(found);
        }
        assertThat(DialectChoice.OPEN.isComplete()).isFalse();
    }

    @Test
    void whereAllIsSaidNothingFoundMatters() {
        for (int seed = 0; seed < DRAWN; seed++) {
            Random random = new Random(seed);
            Dialect said = dialect(random);
            DialectChoice choice = DialectChoice.of(said);
            assertThat(choice.over(dialect(random))).isEqualTo(said);
            assertThat(choice.isComplete()).isTrue();
        }
    }

    /** Each part said alone; what would contradict it gives way, which the next test holds. */
    @Test
    void onePartSaidLeavesTheOthers() {
        for (int seed = 0; seed < DRAWN; seed++) {
            Random random = new Random(seed);
            Dialect found = dialect(random);
            Dialect said = dialect(random);
            DialectChoice open = DialectChoice.OPEN;
            assertThat(open.withEncoding(said.encoding()).over(found)).isEqualTo(found.withEncoding(said.encoding()));
            assertThat(open.withDelimiter(said.delimiter(), said.runs()).over(found))
                    .isEqualTo(found.withDelimiter(said.delimiter()).withRuns(said.runs()));
            assertThat(open.withQuote(said.quote()).withEscape(said.escape()).over(found))
                    .isEqualTo(found.withQuote(said.quote(), said.escape()));
            assertThat(open.withHeader(said.header()).over(found)).isEqualTo(found.withHeader(said.header()));
            assertThat(open.withComment(said.comment()).over(found)).isEqualTo(found.withComment(said.comment()));
            assertThat(open.withSkipLines(said.skipLines()).over(found)).isEqualTo(found.withSkipLines(said.skipLines()));
            assertThat(open.withRowNames(true).over(found)).isEqualTo(found);
        }
    }

    @Test
    void whatWasFoundGivesWayWhereItContradictsWhatIsSaid() {
        Dialect found = Dialect.STANDARD.withNumbers(".", ",");
        assertThat(DialectChoice.OPEN.withDecimal(",").over(found)).isEqualTo(found.withNumbers(",", ""));
        assertThat(DialectChoice.OPEN.withThousands(".").over(found)).isEqualTo(found.withNumbers(",", "."));
        assertThat(DialectChoice.OPEN.withDelimiter("\"", null).over(found).quote()).isEmpty();
        assertThat(DialectChoice.OPEN.withQuote("'").over(found)).isEqualTo(found.withQuote("'", "'"));
    }

    @Test
    void whatCannotBeTogetherIsRefusedWhenItIsSaid() {
        List<Function<DialectChoice, DialectChoice>> impossible = List.of(choice -> choice.withDecimal(".").withThousands("."),
                choice -> choice.withDecimal("x"), choice -> choice.withQuote("''"), choice -> choice.withDelimiter("", null),
                        choice -> choice.withSkipLines(-1),
                choice -> choice.withQuote(";").withDelimiter(";", null), choice -> choice.withComment("##"));
        impossible.forEach(change -> assertThatThrownBy(() -> change.apply(DialectChoice.OPEN)).isInstanceOf(DataException.class));
    }
}
