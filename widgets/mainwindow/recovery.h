// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/draftstore.h"
#include "models/experiment/writing/keylessdraft.h"
#include "widgets/context/windowcontext.h"

#include <QObject>

namespace Tempera {

class FileController;
class QuestionBar;

/// Offers what an earlier program left unsaved: of a document when it is opened, of those that have no file at the start.
class Recovery final : public QObject
{
    Q_OBJECT
public:
    /// Without context.autosave it does nothing.
    Recovery(WindowContext &context, FileController &files, QuestionBar &questions, QObject *parent);

    /// Looks for drafts that belong to no file.
    void lookForUntitled();

Q_SIGNALS:
    void failed(const Tempera::Error &error);
    /// Something to know of a draft that was recovered, in a sentence.
    void told(const QString &sentence);

private:
    [[nodiscard]] RestoredDraft restored(const Draft &draft) const;
    [[nodiscard]] bool isThere(const Draft &draft) const;
    void tellMissing(const std::vector<MissingKey> &missing);
    void look(const QString &document);
    void offer(const Draft &draft);
    void recover(const Draft &draft);
    void putUntitled(const LoadedExperiment &loaded, const Draft &draft, const std::vector<MissingKey> &missing);
    void put(const LoadedExperiment &loaded, const Draft &draft, const std::vector<MissingKey> &missing);

    WindowContext &m_context;
    FileController &m_files;
    QuestionBar &m_questions;
};

} // namespace Tempera
