// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"

#include "models/core/counted.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `min-length`: at least that many characters (code points), space at the ends not counted.
class MinLength final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        bool ok = false;
        const auto text = asText(input.value);
        const double wanted = text ? text->toDouble(&ok) : 0;
        if (!ok)
            return broken(tr("it needs a number of characters"));
        const qsizetype length = input.cell.text.trimmed().toUcs4().size();
        return judged(static_cast<double>(length) >= wanted,
                      counted(tr("the output has %Ln character(s)", nullptr, countForm(length)), length));
    }
};

/// `forbidden-words`: none of the words, in any case, as a word of its own.
class ForbiddenWords final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
    Finding run(const CheckInput &input) const override
    {
        const auto words = asList(input.value);
        if (!words)
            return broken(tr("it needs a list of words"));
        QStringList found;
        for (const QString &word : *words) {
            if (!word.isEmpty() && occurs(input.cell.text, word))
                found.append(quoted(word));
        }
        return judged(found.isEmpty(),
                      found.isEmpty() ? tr("no forbidden word was found") : tr("forbidden: %1").arg(found.join(u", "_s)));
    }

    static bool occurs(const QString &text, const QString &word)
    {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
            const qsizetype end = at + word.size();
            const bool joinedBefore = at > 0 && goesOn(text[at - 1], text[at]);
            const bool joinedAfter = end < text.size() && goesOn(text[end - 1], text[end]);
            if (!joinedBefore && !joinedAfter)
                return true;
        }
        return false;
    }

    /// Whether two neighbours belong to one word. Scripts that write no spaces have no such words.
    static bool goesOn(QChar left, QChar right)
    {
        const auto joins = [](QChar c) {
            const QChar::Script script = c.script();
            const bool spaceless = script == QChar::Script_Han || script == QChar::Script_Hiragana
                                   || script == QChar::Script_Katakana || script == QChar::Script_Thai;
            return c.isLetterOrNumber() && !spaceless;
        };
        return joins(left) && joins(right);
    }
};

} // namespace

void addTemperaChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"min-length"_s, CheckNeeds::Answer, std::make_unique<MinLength>()});
    checks.push_back({u"forbidden-words"_s, CheckNeeds::Answer, std::make_unique<ForbiddenWords>()});
}

} // namespace Tempera
