package downhill.lesson.page;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Questions as IMS QTI 2.1: the files of a content package, by their names: a manifest, a test, and an item for each question. A
 * choice is a
 * {@code choiceInteraction}, a number a {@code textEntryInteraction} judged by {@code equal} with an absolute tolerance.
 */
public final class QtiPackage {
    /** Namespace of items and tests. */
    static final String QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1";
    private static final String XSI = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String OF_QTI = " xmlns=\"" + QTI + "\"" + XSI + " xsi:schemaLocation=\"" + QTI
            + " http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd\"";
    private static final String CP = "http://www.imsglobal.org/xsd/imscp_v1p1";
    private static final String MATCH = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct";

    private QtiPackage() {
    }

    /** All files, the manifest first. */
    public static Map<String, String> of(Quiz quiz) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", manifest(quiz));
        files.put("test.xml", test(quiz));
        quiz.questions().forEach(question -> files.put(file(question), item(quiz, question)));
        return files;
    }

    private static String file(Quiz.Question question) {
        return "items/" + question.id() + ".xml";
    }

    /** Identifiers begin with a letter. */
    private static String name(Quiz.Question question) {
        return "item-" + question.id();
    }

    private static String manifest(Quiz quiz) {
        StringBuilder out = new StringBuilder(HEAD).append("<manifest xmlns=\"").append(CP).append("\" identifier=\"downhill-")
                .append(quiz.id())
                .append("\">\n<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>\n"
                        + "<organizations/>\n<resources>\n");
        out.append("<resource identifier=\"test\" type=\"imsqti_test_xmlv2p1\" href=\"test.xml\"><file href=\"test.xml\"/>");
        quiz.questions().forEach(question -> out.append("<dependency identifierref=\"").append(name(question)).append("\"/>"));
        out.append("</resource>\n");
        quiz.questions().forEach(question -> out.append("<resource identifier=\"").append(name(question))
                .append("\" type=\"imsqti_item_xmlv2p1\" href=\"").append(file(question)).append("\"><file href=\"").append(file(question))
                .append("\"/></resource>\n"));
        return out.append("</resources>\n</manifest>\n").toString();
    }

    private static String test(Quiz quiz) {
        StringBuilder out = new StringBuilder(HEAD).append("<assessmentTest").append(OF_QTI).append(" identifier=\"downhill-")
                .append(quiz.id())
                .append("\" title=\"").append(PassageMarkup.text(quiz.title()))
                .append("\">\n<testPart identifier=\"part\" navigationMode=\"linear\" submissionMode=\"individual\">\n")
                .append("<assessmentSection identifier=\"section\" title=\"").append(PassageMarkup.text(quiz.title()))
                        .append("\" visible=\"true\">\n");
        quiz.questions().forEach(question -> out.append("<assessmentItemRef identifier=\"").append(name(question)).append("\" href=\"")
                .append(file(question)).append("\"/>\n"));
        return out.append("</assessmentSection>\n</testPart>\n</assessmentTest>\n").toString();
    }

    private static String item(Quiz quiz, Quiz.Question question) {
        return HEAD + "<assessmentItem" + OF_QTI + " identifier=\"" + name(question) + "\" title=\"" + PassageMarkup.text(question.title())
                + "\" adaptive=\"false\" timeDependent=\"false\" xml:lang=\"" + quiz.language() + "\">\n" + declared(question)
                + "<outcomeDeclaration identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\"/>\n<itemBody>\n"
                        + question.asked() + "\n"
                + (question.isChoice() ? choice(question)
                        : "<p><textEntryInteraction responseIdentifier=\"RESPONSE\" expectedLength=\"12\"/></p>\n")
                + "</itemBody>\n" + processed(question) + "</assessmentItem>\n";
    }

    private static String declared(Quiz.Question question) {
        String right = question.isChoice()
                ? question.answers().stream().filter(Quiz.Answer::right).map(Quiz.Answer::id).findFirst().orElseThrow()
                : String.valueOf(question.number());
        return "<responseDeclaration identifier=\"RESPONSE\" cardinality=\"single\" baseType=\"" + (question.isChoice() ? "identifier"
                : "float")
                + "\"><correctResponse><value>" + (question.isChoice() ? "answer-" + right : right)
                        + "</value></correctResponse></responseDeclaration>\n";
    }

    private static String choice(Quiz.Question question) {
        StringBuilder out = new StringBuilder("<choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxChoices=\"1\">\n");
        question.answers().forEach(answer -> out.append("<simpleChoice identifier=\"answer-").append(answer.id()).append("\">")
                .append(answer.words()).append("</simpleChoice>\n"));
        return out.append("</choiceInteraction>\n").toString();
    }

    private static String processed(Quiz.Question question) {
        if (question.isChoice()) {
            return "<responseProcessing template=\"" + MATCH + "\"/>\n";
        }
        return "<responseProcessing><responseCondition><responseIf><equal toleranceMode=\"absolute\" tolerance=\"" + question.within() + " "
                + question.within() + "\"><variable identifier=\"RESPONSE\"/><correct identifier=\"RESPONSE\"/></equal>" + score(1)
                + "</responseIf><responseElse>" + score(0) + "</responseElse></responseCondition></responseProcessing>\n";
    }

    private static String score(int value) {
        return "<setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">" + value + "</baseValue></setOutcomeValue>";
    }
}
