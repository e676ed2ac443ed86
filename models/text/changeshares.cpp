// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/changeshares.h"

#include "models/text/difftokens.h"
#include "models/text/textdiff.h"

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

/// Counts the words of stretches of a text that follow each other.
class WordCounter
{
public:
    explicit WordCounter(const DiffText &text) : m_text(text) { }

    int upTo(qsizetype end)
    {
        int words = 0;
        for (; m_at < m_text.size() && m_text.at(m_at).start < end; ++m_at)
            words += m_text.at(m_at).kind == DiffTokenKind::Word ? 1 : 0;
        m_all += words;
        return words;
    }
    [[nodiscard]] int all() const { return m_all; }

private:
    const DiffText &m_text;
    qsizetype m_at = 0;
    int m_all = 0;
};

} // namespace

std::optional<ChangeShares> changeShares(QStringView oldText, QStringView newText, const std::stop_token &stop)
{
    const QList<DiffSpan> spans = proseDiff(oldText, newText, stop);
    if (stop.stop_requested())
        return std::nullopt;
    DiffTokenizer tokenizer;
    const DiffText before = tokenizer.split(oldText);
    const DiffText now = tokenizer.split(newText);
    WordCounter oldWords(before);
    WordCounter newWords(now);
    int changed = 0;
    int removed = 0;
    int added = 0;
    int deletedHere = 0; // in a place between two equal stretches
    int insertedHere = 0;
    const auto closePlace = [&] {
        const int both = std::min(deletedHere, insertedHere);
        changed += both;
        removed += std::exchange(deletedHere, 0) - both;
        added += std::exchange(insertedHere, 0) - both;
    };
    for (const DiffSpan &span : spans) {
        if (span.kind == DiffKind::Equal)
            closePlace();
        const int inOld = span.isInOld() ? oldWords.upTo(span.oldStart + span.length) : 0;
        const int inNew = span.isInNew() ? newWords.upTo(span.newStart + span.length) : 0;
        deletedHere += span.kind == DiffKind::Deleted ? inOld : 0;
        insertedHere += span.kind == DiffKind::Inserted ? inNew : 0;
    }
    closePlace();
    if (oldWords.all() == 0)
        return std::nullopt;
    const double all = oldWords.all();
    return ChangeShares{.kept = (all - changed - removed) / all,
                        .changed = changed / all,
                        .removed = removed / all,
                        .added = newWords.all() > 0 ? static_cast<double>(added) / newWords.all() : 0};
}

} // namespace Tempera
