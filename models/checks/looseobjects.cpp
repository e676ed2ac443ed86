// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/looseobjects.h"

#include "models/checks/scripts.h"
#include "models/experiment/data/datareader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostOfOne = 100'000;
constexpr int mostBracesTried = 1'000;
constexpr qsizetype mostRead = 5'000'000; // characters

QString withoutSlashComments(const QString &text)
{
    static const QRegularExpression comment(uR"((?m)(^|[\s,{}\[\]])//[^\n]*)"_s);
    QString plain = text;
    return plain.contains("//"_L1) ? plain.replace(comment, u"\\1"_s) : plain;
}

} // namespace

std::optional<ParsedJson> LooseObjects::readFrom(qsizetype open, qsizetype &end)
{
    int depth = 0;
    const qsizetype limit = std::min(open + mostOfOne, m_text.size());
    for (end = open; end < limit; ++end) {
        if (m_text[end] == u'{')
            ++depth;
        else if (m_text[end] == u'}' && --depth == 0)
            break;
    }
    end = std::min(end + 1, limit);
    m_scanned += end - open;
    const QString written = m_text.sliced(open, end - open) + QString(depth, u'}');
    if (Result<ParsedJson> strict = ParsedJson::parse(written)) // which is much faster
        return *std::move(strict);
    const Result<DataDocument> loose = readData(withoutSlashComments(written).toUtf8(), {});
    if (!loose || !loose->root->isMap())
        return std::nullopt;
    Result<ParsedJson> json =
        ParsedJson::parse(QString::fromUtf8(QJsonDocument(dataToJson(*loose->root).toObject()).toJson(QJsonDocument::Compact)));
    return json ? std::optional(*std::move(json)) : std::nullopt;
}

std::optional<ParsedJson> LooseObjects::next()
{
    while (m_at >= 0 && m_at < m_text.size() && m_tried < mostBracesTried && m_scanned < mostRead && !threadMustStop()) {
        const qsizetype open = m_text.indexOf(u'{', m_at);
        if (open < 0)
            break;
        ++m_tried;
        qsizetype end = open;
        std::optional<ParsedJson> found = readFrom(open, end);
        m_at = found ? end : open + 1;
        if (found)
            return found;
    }
    m_at = -1;
    return std::nullopt;
}

} // namespace Tempera
