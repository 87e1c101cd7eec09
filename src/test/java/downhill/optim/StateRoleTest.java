package downhill.optim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateRoleTest {
    @ParameterizedTest
    @CsvSource({"adam,m,MOMENTUM,true", "adam,v,SECOND_MOMENT,true", "momentum,v,MOMENTUM,false", "rmsprop,v,SECOND_MOMENT,true",
            "lion,m,MOMENTUM,true", "schedule-free-sgd,x,OTHER,false", "schedule-free-sgd,z,OTHER,false"})
    void aStatesRoleFollowsFromItsUpdate(String id, String state, StateRole role, boolean average) {
        Rule rule = RuleLibrary.builtIn().byId(id).orElseThrow();
        assertThat(rule.states()).extracting(StateVariable::symbol).contains(state);
        assertThat(StateRole.of(rule, state)).isEqualTo(role);
        assertThat(StateRole.isAverage(rule, state)).isEqualTo(average);
    }
}
