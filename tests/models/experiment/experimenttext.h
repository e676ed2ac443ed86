// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentfile.h"
#include "tests/models/experiment/memoryfiles.h"

#include <QTest>

/// What the tests of experiment files share.
namespace Tempera::FileTesting {

inline const QByteArray full = R"(# a comment
description: All forms
tags: {team: blue}
prompts:
  - 'Say {{ word }}'
  - id: p2
    label: second
    raw: |-
      [{"role": "system", "content": "Be short."}, {"role": "user", "content": "{{ word }}"}]
providers:
  - echo
  - id: openai:chat:gpt-4o-mini
    label: mini
    delay: 5
    prompts: [second]
    config:
      temperature: 0.2
      max_completion_tokens: 99
      seed: 18446744073709551615
      stop: END
      apiBaseUrl: http://localhost:9/v1
      apiKeyEnvar: MY_KEY
      top_logprobs: 3
  - openai:gpt-4o:
      config: {top_k: 5}
  - local:tempera-mini
defaultTest:
  vars: {lang: en}
  assert:
    - type: icontains
      value: word
evaluateOptions:
  repeat: 2
  maxConcurrency: 7
  timeoutMs: 90000
  cache: false
tests:
  - description: one
    vars:
      word: [alpha, beta]
      other: [{a: 1}]
    assert:
      - type: not-contains
        value: x
        weight: 2
        metric: purity
      - type: python
        value: is nice
        provider: openai:gpt-4o
    threshold: 0.5
    metadata: {k: v}
  - vars: {word: gamma}
sharing: false
)";

inline Result<LoadedExperiment> read(const QByteArray &text, const MemoryFiles &files = {},
                                     const QString &path = QStringLiteral("dir/x.yaml"))
{
    return readExperiment(text, path, files);
}

inline LoadedExperiment mustRead(const QByteArray &text, const MemoryFiles &files = {})
{
    Result<LoadedExperiment> loaded = read(text, files);
    if (!loaded)
        qFatal("%s", qPrintable(errorSentence(loaded.error())));
    return *loaded;
}

/// The values of one variable over all cases.
inline QStringList column(const Experiment &experiment, const QString &name)
{
    QStringList values;
    for (const Case &aCase : experiment.cases)
        values.append(variablesToJson(effectiveVariables(experiment, aCase)).value(name).toVariant().toString());
    return values;
}

} // namespace Tempera::FileTesting
