// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/tokensmodel.h"
#include "tests/support/traces.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/lens/tokencolumn.h"
#include "widgets/lens/tokenpage.h"
#include "widgets/lens/tokensface.h"

#include <QLabel>

namespace Tempera {

inline constexpr CellKey firstCell{0, 0, 0, 0};

/// The window with a finished answer " Lyon.\n" in its first column, and the tokens shown.
struct TokensFixture : WindowFixture {
    std::shared_ptr<const Vocabulary> vocabulary = vocabularyOf({" Paris", " Lyon", ".", "\n", " <b>bold</b>"});

    [[nodiscard]] bool begin()
    {
        if (!start())
            return false;
        press(Qt::Key_Return, Qt::ControlModifier);
        if (!QTest::qWaitFor([this] { return engine.count() == 4; }))
            return false;
        press(Qt::Key_6, Qt::AltModifier);
        return true;
    }
    void write(int generation, const Trace &tokens)
    {
        QString text;
        for (const auto &token : tokens)
            text += QString::fromUtf8(token->piece);
        engine.deliver(generation, {Event::TextDelta{text}, Event::TraceDelta{tokens}});
    }
    [[nodiscard]] Trace lyon() const
    {
        return {tokenOf({0.5, 0.3, 0.1, 0.05, 0.05}, 1, 0.6, *vocabulary),
                tokenOf({0.04, 0.03, 0.9, 0.02, 0.01}, 2, 0.5, *vocabulary),
                tokenOf({0.1, 0.1, 0.1, 0.6, 0.1}, 3, 0.2, *vocabulary)};
    }
    [[nodiscard]] bool answered()
    {
        if (!begin())
            return false;
        for (int i = 0; i < 4; ++i) {
            engine.deliver(i, {Event::Started{QStringLiteral("tempera-mini"), vocabulary}});
            write(i, lyon());
            engine.finish(i);
        }
        // The variants' own temperature would choose otherwise; 1 is what these were drawn with.
        Experiment experiment = document.experiment();
        for (Variant &variant : experiment.variants)
            variant.sampling.temperature = 1;
        document.edit(experiment, QStringLiteral("test"));
        return QTest::qWaitFor([this] { return !window->session().isRunning() && column().tokens()->size() == 3; });
    }
    [[nodiscard]] TokensFace &face() const { return *window->compare()->tokens(); }
    [[nodiscard]] TokenColumn &column(int index = 0) const { return *face().columns().at(index); }
    [[nodiscard]] TokenPage &page() const { return *window->inspector()->token(); }
    [[nodiscard]] QString sentence(int index = 0) const
    {
        return column(index).findChild<QLabel *>(QStringLiteral("changeSentence"))->text();
    }
    [[nodiscard]] QString title(int index) const
    {
        return column(index).findChild<QLabel *>(QStringLiteral("tokensTitle"))->text();
    }
};

} // namespace Tempera
