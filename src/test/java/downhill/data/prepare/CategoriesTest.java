package downhill.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.ColumnType;
import downhill.data.LabelColumn;
import downhill.data.Tables;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which category of training a text means: the one that it is, else one that is written otherwise, and never one of another value. */
class CategoriesTest {
    private static final String[] PIECES = {"a", "é", "Ü", "1", "0", ".", "x y", "東", "-", "_", "10", "e5", "Ω"};

    private static String drawn(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static List<String> categories(Random random) {
        return IntStream.range(0, 2 + random.nextInt(8)).mapToObj(i -> drawn(random)).distinct().toList();
    }

    @Test
    void aCategoryMeansItselfWhateverElseThereIs() {
        for (int seed = 0; seed < 500; seed++) {
            List<String> all = categories(new Random(seed));
            Categories categories = new Categories(all, seed % 2 == 0);
            assertThat(all).allSatisfy(each -> assertThat(categories.meant(each)).contains(each));
        }
    }

    /** Spaces around it and of other kinds, letters composed otherwise, and marks that nobody sees. */
    private static String otherwise(Random random, String text) {
        String spaced = text.replace(" ", random.nextBoolean() ? "\u00A0" : "\u3000");
        String composed = random.nextBoolean() ? Normalizer.normalize(spaced, Normalizer.Form.NFD) : spaced;
        String around = new String[] {"", " ", "\u2003", "\uFEFF", "\t"}[random.nextInt(5)];
        return around + composed + (random.nextBoolean() ? "\u200B" : " ");
    }

    @Test
    void writtenOtherwiseItIsStillMeant() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<String> all = categories(random);
            Categories categories = new Categories(all, false);
            for (String each : all) {
                String other = otherwise(random, each);
                Optional<String> meant = categories.meant(other);
                assertThat(meant).as("<%s> of %s", other, all).isPresent();
                assertThat(Categories.normal(meant.get()).equals(Categories.normal(each)) || sameNumber(meant.get(), each))
                        .as("<%s> meant %s of %s", other, meant, all).isTrue();
            }
        }
    }

    private static boolean sameNumber(String one, String other) {
        try {
            return Double.parseDouble(one) == Double.parseDouble(other);
        } catch (NumberFormatException text) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0, true", "1, 1.00, true", "1.50, 1.5, true", "0, -0, true", "0.3, 0.30000000000000004, true", "100, 1e2, true",
        "+5, 5, true", "5, 5., true", "0.5, .5, true", "1, 01, false", "007, 7, false", "1, 1.0000001, false", "1, one, false",
        "9007199254740993, 9007199254740992, false", "1e15, 1000000000000000, false", "a, A, false", "-1, 1, false", "1, 1 0, false"})
    void aNumberIsMeantHoweverItIsWrittenAndANameIsNot(String category, String text, boolean meant) {
        Categories categories = new Categories(List.of(category, "other"), false);
        assertThat(categories.meant(text)).isEqualTo(meant ? Optional.of(category) : Optional.empty());
    }

    @Test
    void truthValuesAreMeantInAnyCaseAndNothingElseIs() {
        for (String text : new String[] {"TRUE", "True", "tRuE", " true "}) {
            assertThat(new Categories(List.of("true", "false"), true).meant(text)).contains("true");
            boolean asItIs = text.strip().equals("true");
            assertThat(new Categories(List.of("true", "false"), false).meant(text).isPresent()).isEqualTo(asItIs);
        }
    }

    /** Labels that mean one category are that in every row; others stay, and no row changes places. */
    @Test
    void aColumnHasTheCategoriesThatItMeans() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<String> all = categories(random);
            Categories categories = new Categories(all, false);
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String category = all.get(random.nextInt(all.size()));
                cells.add(random.nextInt(6) == 0 ? null : random.nextInt(4) == 0 ? "unknown " + i : random.nextBoolean() ? category
                        : otherwise(random, category));
            }
            LabelColumn column = Tables.labels("c", ColumnType.CATEGORY, cells.toArray(String[]::new));
            LabelColumn known = categories.known(column);
            for (int row = 0; row < cells.size(); row++) {
                String cell = cells.get(row);
                assertThat(known.text(row)).as("%s of %s", cell, all).isEqualTo(cell == null ? null : categories.meant(cell).orElse(cell));
            }
            assertThat(known.name().toLowerCase(Locale.ROOT)).isEqualTo("c");
            assertThat(known.missing()).isEqualTo(column.missing());
        }
    }
}
