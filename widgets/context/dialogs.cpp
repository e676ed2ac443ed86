// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/context/dialogs.h"

#include <QApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Tempera::Dialogs {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Dialogs", source);
}

QString experimentFilter()
{
    return text(QT_TRANSLATE_NOOP("Dialogs", "Experiments (*.yaml *.yml *.json);;All files (*)"));
}

} // namespace

void askUnsaved(const WindowContext &context, QWidget *parent, std::function<void(UnsavedAnswer)> callback)
{
    if (context.askUnsaved) {
        context.askUnsaved(parent, std::move(callback));
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, text(QT_TRANSLATE_NOOP("Dialogs", "Unsaved Changes")),
                                text(QT_TRANSLATE_NOOP("Dialogs", "The experiment has changes that are not saved.")),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Save);
    QObject::connect(box, &QMessageBox::finished, box, [callback = std::move(callback)](int button) {
        callback(button == QMessageBox::Save      ? UnsavedAnswer::Save
                 : button == QMessageBox::Discard ? UnsavedAnswer::Discard
                                                  : UnsavedAnswer::Cancel);
    });
    box->open();
}

void askFaults(const WindowContext &context, QWidget *parent, const QStringList &faults, std::function<void(bool)> callback)
{
    if (context.askFaults) {
        context.askFaults(parent, faults, std::move(callback));
        return;
    }
    constexpr qsizetype mostTold = 6;
    QStringList told = faults.first(qMin(faults.size(), mostTold));
    if (told.size() < faults.size())
        told += text(QT_TRANSLATE_NOOP("Dialogs", "… and %1 more")).arg(faults.size() - told.size());
    auto *box = new QMessageBox(parent);
    box->setObjectName(u"faultsQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Problems in the Prompts")));
    box->setTextFormat(Qt::PlainText);
    box->setText(text(QT_TRANSLATE_NOOP("Dialogs", "Nothing has been run yet. The prompts have problems:")));
    box->setInformativeText(told.join(u'\n'));
    QPushButton *run = box->addButton(text(QT_TRANSLATE_NOOP("Dialogs", "&Run Anyway")), QMessageBox::AcceptRole);
    QPushButton *show = box->addButton(text(QT_TRANSLATE_NOOP("Dialogs", "&Show the Problems")), QMessageBox::RejectRole);
    box->setDefaultButton(show);
    box->setEscapeButton(show);
    QObject::connect(box, &QMessageBox::finished, box,
                     [box, run, callback = std::move(callback)] { callback(box->clickedButton() == run); });
    box->open();
}

void askForFile(const WindowContext &context, QWidget *parent, FilePurpose purpose, const QString &suggestion,
                std::function<void(const QString &)> callback)
{
    if (context.askFile) {
        context.askFile(parent, purpose, suggestion, std::move(callback));
        return;
    }
    auto *dialog = new QFileDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    switch (purpose) {
    case FilePurpose::OpenExperiment:
        dialog->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Open an Experiment")));
        dialog->setNameFilter(experimentFilter());
        dialog->setFileMode(QFileDialog::ExistingFile);
        break;
    case FilePurpose::SaveExperiment:
        dialog->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Save the Experiment")));
        dialog->setNameFilter(experimentFilter());
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"yaml"_s);
        dialog->selectFile(suggestion);
        break;
    case FilePurpose::OpenModel:
        dialog->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Choose a Model")));
        dialog->setNameFilter(text(QT_TRANSLATE_NOOP("Dialogs", "Models (*.gguf);;All files (*)")));
        dialog->setFileMode(QFileDialog::ExistingFile);
        break;
    case FilePurpose::OpenPreset:
        dialog->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Import a Sampling Preset")));
        dialog->setNameFilter(text(QT_TRANSLATE_NOOP("Dialogs", "Presets (*.json);;All files (*)")));
        dialog->setFileMode(QFileDialog::ExistingFile);
        break;
    case FilePurpose::OpenTable:
        dialog->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Import Cases")));
        dialog->setNameFilter(
            text(QT_TRANSLATE_NOOP("Dialogs", "Tables (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.yaml *.yml);;All files (*)")));
        dialog->setFileMode(QFileDialog::ExistingFile);
        break;
    case FilePurpose::SaveTable:
        dialog->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Export the Table")));
        dialog->setNameFilter(text(QT_TRANSLATE_NOOP("Dialogs", "Tables (*.csv);;All files (*)")));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"csv"_s);
        dialog->selectFile(suggestion);
        break;
    case FilePurpose::OpenResults:
        dialog->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Choose a File of Results")));
        dialog->setNameFilter(text(QT_TRANSLATE_NOOP("Dialogs", "Results (*.json *.jsonl *.ndjson);;All files (*)")));
        dialog->setFileMode(QFileDialog::ExistingFile);
        break;
    case FilePurpose::OpenCertificates:
        dialog->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Choose a File of Certificates")));
        dialog->setNameFilter(text(QT_TRANSLATE_NOOP("Dialogs", "Certificates (*.pem *.crt *.cer *.der);;All files (*)")));
        dialog->setFileMode(QFileDialog::ExistingFile);
        break;
    case FilePurpose::OpenModelFolder:
        dialog->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "Choose a Folder of Models")));
        dialog->setFileMode(QFileDialog::Directory);
        break;
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [callback = std::move(callback)](const QString &path) { callback(path); });
    dialog->open();
}

void askForText(QWidget *parent, const QString &title, const QString &label, const QStringList &choices,
                std::function<void(const QString &)> callback)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setComboBoxEditable(true);
    dialog->setComboBoxItems(choices);
    dialog->setTextValue(choices.value(0));
    QObject::connect(dialog, &QInputDialog::textValueSelected, dialog,
                     [callback = std::move(callback)](const QString &value) { callback(value); });
    dialog->open();
}

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(text(QT_TRANSLATE_NOOP("Dialogs", "About Tempera")));
    box->setTextFormat(Qt::PlainText);
    box->setText(u"Tempera "_s + QApplication::applicationVersion());
    box->setInformativeText(
        text(QT_TRANSLATE_NOOP("Dialogs", "A workbench for prompts: write, turn, run side by side, compare, count.\n\n"
                                          "Free software under the GNU General Public License, version 3 or later.")));
    box->setIconPixmap(QApplication::windowIcon().pixmap(64, 64));
    box->open();
}

} // namespace Tempera::Dialogs
