// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/caseimport.h"
#include "widgets/common/keyboardorder.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QTableView;

namespace Tempera {

class ImportColumnsModel;

/// Where the table of cases is when rows are to come into it.
struct ImportPlace {
    QStringList columns; ///< Targets of its columns, in their order (see CaseImport).
    int caseCount = 0;
    int row = -1; ///< The current cell; −1: none.
    int column = 0;
};

/// Asks how the rows of a file or of the clipboard become cases, with a preview. It returns at once; the answer comes by a
/// signal, and the dialog closes when it has been taken.
class ImportDialog final : public OrderedDialog
{
    Q_OBJECT
public:
    explicit ImportDialog(const ImportPlace &place, QWidget *parent = nullptr);

    /// Rows of the clipboard.
    void setText(const QString &text);
    /// A file, which is read beside the window.
    void setFile(const QString &path, const TableReader &reader);

    void accept() override;
    /// Tells why nothing was put in; the dialog stays.
    void showProblem(const Error &error);

Q_SIGNALS:
    void importRequested(const Tempera::DataTable &table, const Tempera::CaseImport &import);
    /// The text as a whole is to go into the current cell.
    void textRequested(const QString &text);

private:
    void createPlacement(QFormLayout *form);
    void createReading(QFormLayout *form);
    void createTables();
    void read();
    void show(const DataTable &table);
    void showCount();
    [[nodiscard]] TableReading reading() const;
    [[nodiscard]] ImportPlacement placement() const;

    ImportPlace m_place;
    QString m_text;
    QString m_path;
    TableReader m_reader;
    int m_round = 0; ///< Of reading; an older one that comes late is nothing.
    bool m_isRead = false;
    QString m_warnings; ///< Of what was read.
    ImportColumnsModel *m_columns = nullptr;
    QRadioButton *m_append = nullptr;
    QRadioButton *m_overwrite = nullptr;
    QRadioButton *m_replace = nullptr;
    QRadioButton *m_whole = nullptr;
    QCheckBox *m_names = nullptr;
    QComboBox *m_separator = nullptr;
    QComboBox *m_encoding = nullptr;
    QLabel *m_encodingLabel = nullptr;
    QTableView *m_mapping = nullptr;
    QTableView *m_preview = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace Tempera
