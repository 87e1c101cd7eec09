package downhill.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Describe;
import downhill.data.Scaling;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.words.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules and hyperparameters have names in both languages; those of a person's own keep theirs. */
class RuleWordsTest {
    @AfterEach
    void speakEnglish() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    @Test
    void everyBuiltInRuleAndItsHyperparametersAreNamedInBothLanguages() {
        for (Rule rule : RuleLibrary.builtIn().all()) {
            if (!rule.id().equals("lbfgs")) {
                assertThat(Messages.text(Language.ENGLISH, "rule.name." + rule.id())).isEqualTo(rule.name());
            }
            for (Hyperparameter one : rule.hyperparameters()) {
                assertThat(Messages.has(Language.CHINESE, "hyperparameter." + one.key())).as(rule.id() + " " + one.key()).isTrue();
            }
        }
        Messages.languageProperty().set(Language.CHINESE);
        Rule descent = RuleLibrary.builtIn().byId("gradient-descent").orElseThrow();
        assertThat(RuleWords.name(descent)).isEqualTo("梯度下降");
        assertThat(RuleWords.name(descent.hyperparameters().get(0))).isEqualTo("学习率");
    }

    @Test
    void aRuleOfAPersonsOwnKeepsItsNameAlsoUnderAKnownId() {
        String text = RuleLibrary.builtIn().byId("gradient-descent").orElseThrow().text();
        Rule own = RuleParser.parse(text.replace("name: Gradient descent", "name: My descent"));
        Rule changed = RuleParser.parse(text.replace("θ − η·g", "θ − 2·η·g"));
        assertThat(changed.text()).isNotEqualTo(text);
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(RuleWords.name(own)).isEqualTo("My descent");
        assertThat(RuleWords.name(changed)).as("id and name of a built-in one").isEqualTo("Gradient descent");
    }

    @Test
    void sharesAndPowersAreWrittenAsTheLanguageWritesThem() {
        assertThat(Numbers.percent(0.967)).isEqualTo("96.7\u00a0%");
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(Numbers.percent(0.967)).isEqualTo("96.7%");
        assertThat(Spoken.text(Said.of("done.column", "x", Describe.scaling(Scaling.STANDARD, -1.454e-17, 2))))
                .isEqualTo("x：标准化（z 分数）：均值 −1.454·10⁻¹⁷，标准差 2");
    }
}
