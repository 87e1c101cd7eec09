package downhill.lesson.page;

import downhill.lesson.Lesson;
import downhill.lesson.Prompt;
import downhill.lesson.Step;
import downhill.lesson.text.LessonText;
import downhill.lesson.text.StepText;
import downhill.race.document.Problem;
import downhill.words.Said;
import downhill.words.Words;
import java.util.List;

/**
 * A lesson as one page of HTML that stands by itself and prints well: what is told and asked, boxes to tick, lines and grids to write and
 * draw on, and, where that is wanted, answers and what is revealed on sheets of their own at the end. No scripts.
 */
public final class Handout {
    /** By which a page is known as a handout. */
    public static final String MARK = "<meta name=\"generator\" content=\"downhill-handout\">";
    private static final String LETTERS = "ABCDEF";
    private static final String STYLE = """
            body{font:11pt/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1a1a1a}
            h1{font-size:1.6em;margin-bottom:.2em}h2{font-size:1.15em;margin:1.6em 0 .4em}
            .formula{text-align:center;font-size:1.1em}i{font-family:Georgia,serif}
            pre{background:#f4f4f4;padding:.5em .8em;white-space:pre-wrap}
            code{background:#f4f4f4}.ask{border-left:3px solid #0a58ca;padding:.1em 0 .1em .9em;break-inside:avoid}
            .answers{list-style:none;padding:0}.answers li::before{content:"\\2610\\2002"}.answers li.right::before{content:"\\2611\\2002"}
            .line{border-bottom:1px solid #777;display:inline-block;min-width:14em;height:1.6em}.small{font-size:.85em;color:#555}
            svg{width:100%;max-width:26em;height:auto}.solutions{break-before:page}
            @page{margin:18mm}@media print{body{margin:0;max-width:none}}
            """;

    private final Lesson lesson;
    private final LessonText text;
    private final Words words;
    private final StringBuilder out = new StringBuilder();

    private Handout(Lesson lesson, String language, Words words) {
        this.lesson = lesson;
        this.text = lesson.text(language);
        this.words = words;
    }

    /**
     * The whole page, UTF-8.
     *
     * @param language {@code en} or {@code zh}: that of the lesson's words
     * @param words    of the same language, for what is said around them
     * @param answers  whether what is right and what is revealed stands at the end
     */
    public static String of(Lesson lesson, String language, Words words, boolean answers) {
        return new Handout(lesson, language, words).page(language, answers);
    }

    private String page(String language, boolean answers) {
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language.equals("zh") ? "zh-CN" : language)
                .append("\">\n<head><meta charset=\"utf-8\">")
                .append(MARK).append("<title>").append(PassageMarkup.text(text.title())).append("</title>\n<style>\n").append(STYLE)
                .append("</style></head>\n<body>\n<h1>").append(PassageMarkup.text(text.title())).append("</h1>\n<p class=\"small\">")
                .append(said("handout.head", lesson.minutes())).append("</p>\n").append(PassageMarkup.of(text.summary())).append("\n");
        for (int i = 0; i < lesson.steps().size(); i++) {
            step(i);
        }
        if (answers) {
            out.append("<section class=\"solutions\">\n<h1>").append(said("handout.answers")).append("</h1>\n");
            for (int i = 0; i < lesson.steps().size(); i++) {
                solution(i);
            }
            out.append("</section>\n");
        }
        sources();
        return out.append("</body>\n</html>\n").toString();
    }

    private String said(String key, Object... arguments) {
        return PassageMarkup.text(words.say(Said.of(key, arguments)));
    }

    private StepText words(int step) {
        return text.steps().get(lesson.steps().get(step).id());
    }

    private void head(int step) {
        out.append("<h2>").append(step + 1).append(". ").append(PassageMarkup.text(words(step).title())).append("</h2>\n");
    }

    private void step(int at) {
        Step step = lesson.steps().get(at);
        head(at);
        out.append(PassageMarkup.of(words(at).body())).append("\n");
        if (step.predict() == null && step.task() == null) {
            return;
        }
        out.append("<div class=\"ask\">\n");
        part(at, Step.QUESTION);
        part(at, Step.TASK);
        if (step.predict() != null) {
            room(at, step.predict());
        }
        words(at).part(Step.HINT).ifPresent(hint -> out.append("<div class=\"small\">").append(said("handout.hint")).append(" ")
                .append(PassageMarkup.inline(hint)).append("</div>\n"));
        out.append("</div>\n");
    }

    private void part(int at, String key) {
        words(at).part(key).ifPresent(passages -> out.append(PassageMarkup.of(passages)).append("\n"));
    }

    /** Where the answer is given. */
    private void room(int at, Prompt asked) {
        if (asked instanceof Prompt.Choice choice) {
            answers(at, choice, false);
        } else if (asked instanceof Prompt.Number) {
            out.append("<p>").append(said("handout.number")).append(" <span class=\"line\"></span></p>\n");
        } else if (asked instanceof Prompt.Place) {
            out.append("<p class=\"small\">").append(said("handout.place")).append("</p>\n").append(plane(at));
        } else {
            out.append("<p class=\"small\">").append(said("handout.draw", String.valueOf(lesson.steps().get(at).run())))
                    .append("</p>\n").append(Paper.losses());
        }
    }

    private void answers(int at, Prompt.Choice choice, boolean told) {
        out.append("<ul class=\"answers\">\n");
        for (int i = 0; i < choice.answers().size(); i++) {
            Prompt.Answer answer = choice.answers().get(i);
            out.append(told && answer.right() ? "<li class=\"right\">" : "<li>").append(LETTERS.charAt(i)).append(". ")
                    .append(PassageMarkup.inline(words(at).parts().get(Step.answer(answer.id())))).append("</li>\n");
        }
        out.append("</ul>\n");
    }

    /** What is said to an answer stands under its letter. */
    private void because(int at, Prompt.Choice choice) {
        for (int i = 0; i < choice.answers().size(); i++) {
            String letter = LETTERS.charAt(i) + ". ";
            words(at).part(Step.because(choice.answers().get(i).id())).ifPresent(said -> out.append("<p>").append(letter)
                    .append(PassageMarkup.inline(said)).append("</p>\n"));
        }
    }

    /** Around where the race begins, which the last step that opened one says. */
    private String plane(int at) {
        int from = at;
        while (lesson.steps().get(from).open() == null) {
            from--;
        }
        Problem.Surface surface = (Problem.Surface) lesson.opened(lesson.steps().get(from).open()).problem();
        return Paper.plane(surface.x(), surface.y());
    }

    private void solution(int at) {
        Step step = lesson.steps().get(at);
        if (step.predict() == null && words(at).part(Step.REVEAL).isEmpty()) {
            return;
        }
        head(at);
        if (step.predict() instanceof Prompt.Choice choice) {
            answers(at, choice, true);
            because(at, choice);
        } else if (step.predict() instanceof Prompt.Number number && number.right() != null) {
            out.append("<p><strong>").append(PassageMarkup.text(plain(number.right()))).append("</strong></p>\n");
        }
        part(at, Step.REVEAL);
    }

    private static String plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return (whole ? String.valueOf((long) value) : String.valueOf(value)).replace('-', '−');
    }

    private void sources() {
        List<Lesson.Source> all = lesson.sources();
        if (all.isEmpty()) {
            return;
        }
        out.append("<h2>").append(said("handout.sources")).append("</h2>\n<ul class=\"small\">\n");
        all.forEach(source -> out.append("<li>").append(PassageMarkup.text(source.course())).append(": ")
                .append(PassageMarkup.text(source.section())).append(" · ")
                .append(PassageMarkup.text(source.address())).append("</li>\n"));
        out.append("</ul>\n");
    }

    /** What is drawn on. */
    static final class Paper {
        private static final int LINES = 8;
        private static final int SIDE = 240;
        private static final String GRID = "stroke=\"#bbb\" stroke-width=\"1\"";

        private Paper() {
        }

        /** Powers of ten up, steps across. */
        static String losses() {
            StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 400 190\" role=\"img\">\n");
            for (int i = 0; i <= LINES; i++) {
                int y = 10 + i * 160 / LINES;
                svg.append("<line x1=\"40\" y1=\"").append(y).append("\" x2=\"390\" y2=\"").append(y).append("\" ").append(GRID)
                        .append("/>");
                svg.append("<text x=\"34\" y=\"").append(y + 4).append("\" font-size=\"9\" text-anchor=\"end\">10<tspan dy=\"-4\">")
                        .append(2 - i < 0 ? "−" + (i - 2) : 2 - i).append("</tspan></text>\n");
            }
            return svg.append("<line x1=\"40\" y1=\"10\" x2=\"40\" y2=\"170\" stroke=\"#333\"/></svg>\n").toString();
        }

        /** A square about the origin with a dot where it begins. */
        static String plane(double x, double y) {
            double reach = 1.5 * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
            StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 240 240\" role=\"img\">\n");
            for (int i = 0; i <= LINES; i++) {
                int at = i * SIDE / LINES;
                String line = i == LINES / 2 ? "stroke=\"#333\"" : GRID;
                svg.append("<line x1=\"0\" y1=\"").append(at).append("\" x2=\"240\" y2=\"").append(at).append("\" ").append(line)
                        .append("/>");
                svg.append("<line x1=\"").append(at).append("\" y1=\"0\" x2=\"").append(at).append("\" y2=\"240\" ").append(line)
                        .append("/>\n");
            }
            double dotX = SIDE / 2.0 * (1 + x / reach);
            double dotY = SIDE / 2.0 * (1 - y / reach);
            return svg.append("<circle cx=\"").append(dotX).append("\" cy=\"").append(dotY)
                    .append("\" r=\"4\" fill=\"#0a58ca\"/><text x=\"")
                    .append(dotX + 7).append("\" y=\"").append(dotY - 5).append("\" font-size=\"10\">(").append(plain(x)).append(", ")
                            .append(plain(y))
                    .append(")</text></svg>\n").toString();
        }
    }
}
