package downhill.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.lesson.Lesson;
import downhill.lesson.Prompt;
import downhill.store.LessonLibrary;
import downhill.words.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Quizzes and handouts of all bundled lessons: read back by readers of their own, they ask and judge what the lesson does. */
class QuizTest {
    private static final List<Lesson> LESSONS = LessonLibrary.ids().stream().map(id -> LessonLibrary.read(id).lesson()).toList();

    private static Document xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<Element> all(Document document, String name) {
        NodeList list = document.getElementsByTagNameNS("*", name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            all.add((Element) list.item(i));
        }
        return all;
    }

    private static String words(String xhtml) {
        return xhtml.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }

    private static long asked(Lesson lesson) {
        return lesson.steps().stream().filter(step -> step.predict() instanceof Prompt.Choice
                || step.predict() instanceof Prompt.Number number && number.right() != null).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void qtiHoldsToItsSchemaAndJudgesAsTheLessonDoes(String language) {
        for (Lesson lesson : LESSONS) {
            Quiz quiz = Quiz.of(lesson, language);
            Map<String, String> files = QtiPackage.of(quiz);
            assertThat(quiz.questions()).hasSize((int) asked(lesson));
            Document manifest = xml(files.get("imsmanifest.xml"));
            Set<String> named = Set.copyOf(all(manifest, "file").stream().map(file -> file.getAttribute("href")).toList());
            assertThat(named).containsExactlyInAnyOrderElementsOf(files.keySet().stream().filter(name -> !name.startsWith("ims")).toList());
            QtiSchema.holds(files.get("test.xml"));
            assertThat(all(xml(files.get("test.xml")), "assessmentItemRef")).hasSameSizeAs(quiz.questions());
            for (Quiz.Question question : quiz.questions()) {
                String written = files.get("items/" + question.id() + ".xml");
                QtiSchema.holds(written);
                Document item = xml(written);
                String right = all(item, "value").get(0).getTextContent();
                List<String> choices = all(item, "simpleChoice").stream().map(one -> one.getAttribute("identifier")).toList();
                if (question.isChoice()) {
                    assertThat(choices).hasSameSizeAs(question.answers()).contains(right).doesNotHaveDuplicates();
                    assertThat(question.answers().stream().filter(Quiz.Answer::right).map(one -> "answer-" + one.id()))
                            .containsExactly(right);
                } else {
                    assertThat(Double.parseDouble(right)).isEqualTo(question.number());
                    assertThat(all(item, "equal").get(0).getAttribute("tolerance").split(" "))
                            .containsOnly(String.valueOf(question.within()));
                    assertThat(all(item, "textEntryInteraction")).hasSize(1);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void moodleReadsWhatWasWritten(String language) {
        for (Lesson lesson : LESSONS) {
            Quiz quiz = Quiz.of(lesson, language);
            List<Element> questions = all(xml(MoodleXml.of(quiz)), "question");
            assertThat(questions.get(0).getAttribute("type")).isEqualTo("category");
            assertThat(questions).hasSize(quiz.questions().size() + 1);
            for (int i = 0; i < quiz.questions().size(); i++) {
                Quiz.Question question = quiz.questions().get(i);
                Element read = questions.get(i + 1);
                assertThat(read.getAttribute("type")).isEqualTo(question.isChoice() ? "multichoice" : "numerical");
                Element text = (Element) read.getElementsByTagName("questiontext").item(0);
                assertThat(text.getTextContent().strip()).isEqualTo(question.asked());
                NodeList answers = read.getElementsByTagName("answer");
                int full = 0;
                for (int j = 0; j < answers.getLength(); j++) {
                    full += ((Element) answers.item(j)).getAttribute("fraction").equals("100") ? 1 : 0;
                }
                assertThat(full).isEqualTo(1);
                assertThat(answers.getLength()).isEqualTo(question.isChoice() ? question.answers().size() : 1);
            }
        }
    }

    /** A reader of GIFT of its own: what is between unescaped marks, unescaped. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void giftReadsWhatWasWritten(String language) {
        Pattern one = Pattern.compile("::((?:[^:\\\\]|\\\\.)*+)::\\[html]((?:[^{\\\\]|\\\\.)*+)\\{((?:[^}\\\\]|\\\\.)*+)}", Pattern.DOTALL);
        for (Lesson lesson : LESSONS) {
            Quiz quiz = Quiz.of(lesson, language);
            Matcher found = one.matcher(GiftText.of(quiz));
            for (Quiz.Question question : quiz.questions()) {
                assertThat(found.find()).as(question.id()).isTrue();
                assertThat(unescaped(found.group(2))).isEqualTo(question.asked());
                String[] parts = found.group(3).split("(?<!\\\\)####");
                assertThat(unescaped(parts[1]).strip()).isEqualTo(question.reveal());
                if (question.isChoice()) {
                    List<String> given = List.of(parts[0].strip().split("\\n\\t"));
                    assertThat(given).hasSameSizeAs(question.answers());
                    for (int i = 0; i < given.size(); i++) {
                        Quiz.Answer answer = question.answers().get(i);
                        assertThat(given.get(i).charAt(0)).isEqualTo(answer.right() ? '=' : '~');
                        assertThat(unescaped(given.get(i).substring(1).split("(?<!\\\\)#")[0])).isEqualTo(answer.words());
                    }
                } else {
                    assertThat(parts[0].strip()).matches("#-?[0-9.]+:[0-9.]+");
                    assertThat(Arrays.stream(parts[0].strip().substring(1).split(":")).map(Double::valueOf))
                            .containsExactly(question.number(), question.within());
                }
            }
            assertThat(found.find()).isFalse();
        }
    }

    private static String unescaped(String text) {
        Matcher mark = Pattern.compile("\\\\(.)", Pattern.DOTALL).matcher(text);
        return mark.replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("n") ? "\n" : found.group(1)));
    }

    @Test
    void marksOfTheFormatsAreOnlyThemselvesInWords() {
        assertThat(GiftText.escaped("a=b~c#{d}:\\\ne")).isEqualTo("a\\=b\\~c\\#\\{d\\}\\:\\\\\\ne");
        assertThat(List.of(GiftText.digits(25), GiftText.digits(-1e8), GiftText.digits(1.25e-5))).containsExactly("25", "-100000000",
                "0.0000125");
        assertThat(GiftText.category("Batch: 1/2 = half")).isEqualTo("Batch: 1//2 = half");
        assertThat(PassageMarkup.text("<b> & \"x\"")).isEqualTo("&lt;b&gt; &amp; &quot;x&quot;");
        assertThat(PassageMarkup.formula("θ^t < e^(−x) + max(0, w₁)"))
                .isEqualTo("<i>θ</i><sup><i>t</i></sup> &lt; <i>e</i>^(−<i>x</i>) + max(0, <i>w</i>₁)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aHandoutIsOnePageThatStandsByItself(String language) {
        Words words = Words.of(language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT);
        for (Lesson lesson : LESSONS) {
            String plain = Handout.of(lesson, language, words, false);
            String told = Handout.of(lesson, language, words, true);
            Document page = xml(plain.replace("<!DOCTYPE html>\n", "").replaceAll("<meta[^>]*>", ""));
            assertThat(all(page, "h2")).hasSize(lesson.steps().size() + 1);
            assertThat(plain).contains(Handout.MARK).doesNotContain("<script", "src=", "href=").doesNotContain("handout.");
            assertThat(all(page, "li").stream().filter(li -> li.getAttribute("class").equals("right"))).isEmpty();
            Quiz.of(lesson, language).questions().forEach(question -> {
                assertThat(words(plain)).contains(words(question.asked().lines().reduce("", (a, b) -> b)));
                assertThat(words(told)).contains(words(question.reveal()));
                assertThat(words(plain)).doesNotContain(words(question.reveal()));
            });
        }
    }
}
