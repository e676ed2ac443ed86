// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/modelcommand.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/label.h"
#include "models/library/librarymodel.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonObject modelJson(const LibraryModel &model)
{
    QJsonObject json{{u"id"_s, u"local:"_s + model.name},
                     {u"path"_s, model.path},
                     {u"bytes"_s, model.bytes},
                     {u"sha256"_s, orNull(QString::fromLatin1(model.sha256))}};
    if (!model.facts)
        return json;
    const GgufFacts &facts = *model.facts;
    json.insert(u"name"_s, orNull(facts.name));
    json.insert(u"architecture"_s, facts.architecture);
    json.insert(u"parameters"_s, static_cast<qint64>(facts.parameters));
    json.insert(u"quantization"_s, orNull(facts.quantization));
    json.insert(u"context_tokens"_s,
                facts.contextTokens ? QJsonValue(static_cast<qint64>(*facts.contextTokens)) : QJsonValue::Null);
    json.insert(u"vocabulary"_s, static_cast<qint64>(facts.vocabulary));
    json.insert(u"chat_template"_s, facts.hasTemplate);
    json.insert(u"license"_s, orNull(facts.license));
    return json;
}

} // namespace

ModelCommand::ModelCommand(const CliContext &context, const ModelArguments &arguments) : Command(context), m_arguments(arguments)
{
}

void ModelCommand::start()
{
    Q_EMIT finished(m_arguments.verb == ModelVerb::Show ? show() : change());
}

ExitCode ModelCommand::show()
{
    QString name = m_arguments.model;
    if (name.startsWith("local:"_L1))
        name = name.sliced(6);
    const Result<QString> path = context().resolveLocalModel(name);
    if (!path) {
        complain(path.error());
        return ExitCode::Usage;
    }
    const Result<LibraryModel> model = context().readModel(*path);
    if (!model) {
        complain(model.error());
        return ExitCode::RunError;
    }
    if (m_arguments.shape == OutputShape::Json) {
        writeJson(modelJson(*model));
        return ExitCode::Passed;
    }
    const QList<FactLine> lines = factLines(*model);
    qsizetype width = 0;
    for (const FactLine &line : lines)
        width = std::max(width, line.title.size());
    for (const FactLine &line : lines)
        writeOut(line.title.leftJustified(width + 2) + line.value + u'\n');
    return ExitCode::Passed;
}

ExitCode ModelCommand::change()
{
    const bool adds = m_arguments.verb == ModelVerb::Add;
    const Result<void> done = (adds ? context().addModels : context().removeModels)(m_arguments.model);
    if (!done) {
        complain(done.error());
        return ExitCode::Usage;
    }
    say((adds ? label(QT_TRANSLATE_NOOP("Cli", "%1 is in the library."))
              : label(QT_TRANSLATE_NOOP("Cli", "%1 is no longer in the library; the file is where it was.")))
            .arg(m_arguments.model));
    return ExitCode::Passed;
}

} // namespace Tempera
