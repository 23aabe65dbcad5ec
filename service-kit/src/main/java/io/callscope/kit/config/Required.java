package io.callscope.kit.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A setting without a default. Every one that is missing is reported, not only the first. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Required {
    /** What is expected, such as {@code a folder for uploads under way}. */
    String value();
}
