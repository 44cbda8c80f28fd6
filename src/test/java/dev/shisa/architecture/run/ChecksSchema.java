package dev.shisa.architecture.run;

import com.networknt.schema.SpecificationVersion;

/** Wrong: a schema. */
final class ChecksSchema {
    SpecificationVersion version() {
        return SpecificationVersion.DRAFT_2020_12;
    }
}
