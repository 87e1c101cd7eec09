package downhill.architecture;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import downhill.model.Architecture;

/** Asking of which kind a model is; what a family says of itself needs no such question. */
final class TellingFamiliesApart extends ArchCondition<JavaClass> {
    TellingFamiliesApart() {
        super("tell architectures apart");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        item.getInstanceofChecks().stream().filter(check -> isOne(check.getRawType()))
                .map(check -> new SimpleConditionEvent(item, true, words(check)))
                .forEach(events::add);
    }

    private static boolean isOne(JavaClass type) {
        return type.isAssignableTo(Architecture.class) && !type.isEquivalentTo(Architecture.class);
    }

    private static String words(InstanceofCheck check) {
        return check.getOwner().getFullName() + " asks for " + check.getRawType().getName() + " in line " + check.getLineNumber();
    }
}
