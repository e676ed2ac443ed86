// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/windowcontext.h"

namespace Tempera {

/// Questions to the user. Each is window-modal and returns at once; the answer comes to the callback.
namespace Dialogs {

void askUnsaved(const WindowContext &context, QWidget *parent, std::function<void(UnsavedAnswer)> callback);
/// Whether to run although the prompts have these faults.
void askFaults(const WindowContext &context, QWidget *parent, const QStringList &faults, std::function<void(bool)> callback);
void askForFile(const WindowContext &context, QWidget *parent, FilePurpose purpose, const QString &suggestion,
                std::function<void(const QString &)> callback);
/// A line of text, with `choices` to complete from.
void askForText(QWidget *parent, const QString &title, const QString &label, const QStringList &choices,
                std::function<void(const QString &)> callback);
void showAbout(QWidget *parent);

} // namespace Dialogs
} // namespace Tempera
