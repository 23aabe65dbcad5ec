package io.callscope.analytics.codebook;

import java.util.List;

/** The definitions of a codebook as read, before their references are checked. */
record CodebookParts(
        List<ForceDefinition> forces,
        List<CodeDefinition> codes,
        List<SignalDefinition> signals,
        List<StageDefinition> stages,
        List<ReasonDefinition> reasons,
        List<CauseDefinition> causes,
        List<DepartmentDefinition> departments) {}
