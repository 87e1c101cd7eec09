package downhill.lesson.page;

/** Questions as Moodle's XML: multichoice and numerical questions in a category of the lesson's title, with hint and feedback. */
public final class MoodleXml {
    /** The category that stands in every such file. */
    public static final String MARK = "<text>$course$/top/Downhill/";
    /** What a wrong first try costs, as Moodle has it. */
    private static final String PENALTY = "0.3333333";

    private MoodleXml() {
    }

    /** The whole file, UTF-8. */
    public static String of(Quiz quiz) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
        out.append("<question type=\"category\"><category>").append(MARK)
                .append(PassageMarkup.text(quiz.title().replace("/", "//"))).append("</text></category></question>\n");
        quiz.questions().forEach(question -> out.append(question(quiz, question)));
        return out.append("</quiz>\n").toString();
    }

    private static String question(Quiz quiz, Quiz.Question question) {
        StringBuilder out = new StringBuilder();
        out.append("<question type=\"").append(question.isChoice() ? "multichoice" : "numerical").append("\">\n");
        out.append("<name><text>").append(PassageMarkup.text(quiz.id() + ", " + question.title())).append("</text></name>\n");
        out.append(html("questiontext", question.asked())).append(html("generalfeedback", question.reveal()));
        out.append("<defaultgrade>1</defaultgrade>\n<penalty>").append(PENALTY).append("</penalty>\n<hidden>0</hidden>\n");
        if (question.isChoice()) {
            out.append("<single>true</single>\n<shuffleanswers>true</shuffleanswers>\n<answernumbering>ABCD</answernumbering>\n");
            question.answers().forEach(answer -> out.append(answer(answer)));
        } else {
            out.append("<answer fraction=\"100\" format=\"moodle_auto_format\"><text>").append(question.number())
                    .append("</text><tolerance>")
                    .append(question.within()).append("</tolerance></answer>\n");
        }
        return out.append(question.hint().isEmpty() ? "" : html("hint", question.hint())).append("</question>\n").toString();
    }

    private static String answer(Quiz.Answer answer) {
        return "<answer fraction=\"" + (answer.right() ? 100 : 0) + "\" format=\"html\"><text>" + PassageMarkup.text(answer.words())
                + "</text>"
                + html("feedback", answer.because()) + "</answer>\n";
    }

    /** HTML as a text of XML. */
    private static String html(String element, String html) {
        return "<" + element + " format=\"html\"><text>" + PassageMarkup.text(html) + "</text></" + element + ">\n";
    }
}
