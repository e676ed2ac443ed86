// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/presetimport.h"

#include "models/experiment/data/jsonreader.h"
#include "models/presets/lmstudiopreset.h"
#include "models/presets/presetvocabulary.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringDecoder>

#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class PresetFile
{
    Q_DECLARE_TR_FUNCTIONS(PresetImport)
public:
    PresetFile(const QByteArray &json, const QString &path) : m_json(json), m_path(path) { }

    [[nodiscard]] Result<DataPtr> root() const
    {
        QByteArray text = m_json;
        if (text.startsWith("\xEF\xBB\xBF"))
            text.remove(0, 3);
        if (text.trimmed().isEmpty())
            return refused(tr("The file is empty."), 1);
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString decoded = decoder(text);
        if (decoder.hasError() || decoded.contains(QChar(u'\0')))
            return refused(tr("This is not text in UTF-8."), 1);
        Result<DataPtr> tree = readJsonTree(text, m_path);
        if (tree && !(*tree)->isMap())
            return refused(tr("This is not a JSON object."), 0);
        return tree;
    }

    [[nodiscard]] QString name(const DataNode &root) const
    {
        for (const QStringView key : {u"name", u"preset"}) {
            const DataPtr found = root.find(key);
            if (found && found->isString() && !found->text.simplified().isEmpty())
                return found->text.simplified();
        }
        return QFileInfo(m_path).fileName().remove(".json"_L1).remove(".preset"_L1).remove(".settings"_L1);
    }

    [[nodiscard]] Result<ImportedPreset> own() const
    {
        Result<QList<SamplingPreset>> presets = presetsFromJson(m_json, m_path);
        if (!presets)
            return std::unexpected(presets.error());
        if (presets->size() != 1)
            return refused(
                tr("The file holds %n presets; one at a time can be imported.", nullptr, static_cast<int>(presets->size())), 0);
        return ImportedPreset{presets->constFirst(), {}};
    }

    [[nodiscard]] Result<ImportedPreset> unknown() const
    {
        return refused(tr("This is not a preset of LM Studio, llama-server, SillyTavern or KoboldAI."), 0);
    }

private:
    [[nodiscard]] std::unexpected<Error> refused(const QString &why, int line) const
    {
        auto error = failure(ErrorKind::Syntax, why, m_path);
        error.error().line = line;
        error.error().column = line;
        return error;
    }

    const QByteArray &m_json;
    const QString &m_path;
};

/// What holds the settings in a file that is more than them: SillyTavern's whole exports, llama-server's properties and
/// answers, Ollama's bodies.
DataPtr settingsWithin(const DataPtr &root)
{
    constexpr std::array Wrappers{u"default_generation_settings", u"generation_settings", u"params", u"options", u"preset"};
    for (const QStringView wrapper : Wrappers) {
        if (const DataPtr inner = root->find(wrapper); inner && inner->isMap())
            return settingsWithin(inner);
    }
    return root;
}

} // namespace

Result<ImportedPreset> importPreset(const QByteArray &json, const QString &path)
{
    const PresetFile file(json, path);
    const Result<DataPtr> root = file.root();
    if (!root)
        return std::unexpected(root.error());
    PresetBuilder builder;
    if (isLmStudioPreset(**root)) {
        readLmStudioPreset(builder, **root);
    } else if (isOldLmStudioPreset(**root)) {
        readOldLmStudioPreset(builder, **root);
    } else if (const DataPtr presets = (*root)->find(u"presets"); presets && presets->isSequence()) {
        return file.own();
    } else {
        const DataPtr settings = settingsWithin(*root);
        const PresetVocabulary *vocabulary = vocabularyOf(*settings);
        if (!vocabulary)
            return file.unknown();
        readWords(builder, *settings, *vocabulary);
    }
    return builder.finish(file.name(**root));
}

} // namespace Tempera
