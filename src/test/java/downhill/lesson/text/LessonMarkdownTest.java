package downhill.lesson.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The small Markdown of lessons. */
class LessonMarkdownTest {
    private static List<Passage> body(String text) {
        return LessonMarkdown.read("# T\n\n## S {#s}\n" + text).steps().get("s").body();
    }

    private static TextPiece plain(String text) {
        return new TextPiece(text, TextPiece.Style.PLAIN);
    }

    @Test
    void marksOfALine() {
        assertThat(body("Take *small* steps, **never** `x*y*z` and $η·g$; 2 * 3 * 4 stays.")).containsExactly(new Passage.Paragraph(List.of(
                plain("Take "), new TextPiece("small", TextPiece.Style.EMPHASIS), plain(" steps, "), new TextPiece("never", TextPiece.Style.STRONG), plain(" "),
                new TextPiece("x*y*z", TextPiece.Style.CODE), plain(" and "), new TextPiece("η·g", TextPiece.Style.FORMULA), plain("; 2 * 3 * 4 stays."))));
    }

    @Test
    void blocksBeginAndEndWhereTheyShould() {
        assertThat(body("""
                one
                line
                - first
                  goes on
                - second

                1. numbered
                $$ v ← μ·v + g $$
                $$
                a
                b
                $$
                ```
                # no heading
                x = 1
                ```
                """)).containsExactly(new Passage.Paragraph(List.of(plain("one line"))),
                new Passage.Points(List.of(List.of(plain("first goes on")), List.of(plain("second"))), false),
                new Passage.Points(List.of(List.of(plain("numbered"))), true), new Passage.Formula("v ← μ·v + g"), new Passage.Formula("a\nb"),
                new Passage.Listing("# no heading\nx = 1"));
    }

    @Test
    void aNumberThatBeginsASentenceIsNoPoint() {
        assertThat(body("89. The same\n89. cell\n1. one\n2. two\n4. not three")).containsExactly(
                new Passage.Paragraph(List.of(plain("89. The same 89. cell"))),
                new Passage.Points(List.of(List.of(plain("one")), List.of(plain("two 4. not three"))), true));
    }

    @Test
    void chineseGoesOnWithoutASpace() {
        assertThat(Passage.words(body("每一步，\n都走\nSGD 的路。"))).isEqualTo("每一步，都走 SGD 的路。");
    }

    @Test
    void aNumberKeepsItsPercentSign() {
        assertThat(Passage.words(body("From 5 % to **9.5 %**: 100 % 7."))).isEqualTo("From 5\u00a0% to 9.5\u00a0%: 100\u00a0% 7.");
    }

    @Test
    void partsAreFoundByTheirKeys() {
        StepText step = LessonMarkdown.read("# T\nsum\n## S {#s}\nbody\n### question\nq\n### answer a-1\nx\n### because a-1\ny\n").steps().get("s");
        assertThat(step.title()).isEqualTo("S");
        assertThat(step.line()).isEqualTo(3);
        assertThat(step.parts().keySet()).containsExactlyInAnyOrder("question", "answer a-1", "because a-1");
        assertThat(Passage.words(step.part("answer a-1").orElseThrow())).isEqualTo("x");
    }
}
