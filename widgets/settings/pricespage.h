// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/settings.h"
#include "models/pricing/priceaccess.h"

#include <QDate>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace Tempera {

class Catalog;
class NumberBox;
class PriceChangesModel;

/// "Prices": looks published prices up where the user wishes it, shows what they would change before anything is taken, and goes back
/// to the built-in ones. What is taken holds at once.
class PricesPage final : public QWidget
{
    Q_OBJECT
public:
    /// `catalog` outlives it, and knows of what is taken. `today` is the day under which it is kept.
    PricesPage(const PriceAccess &access, const Catalog &catalog, const QDate &today, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    /// What the time of this machine costs: as it stands. Whoever shows the page keeps it.
    void setTariff(const MachineTariff &tariff);
    [[nodiscard]] MachineTariff tariff() const;

Q_SIGNALS:
    void failed(const Tempera::Error &error);

private:
    [[nodiscard]] QWidget *createAddress();
    void createTable();
    [[nodiscard]] QWidget *createButtons();
    [[nodiscard]] QWidget *createTariff();
    [[nodiscard]] NumberBox *createNumber(const QString &name, const QString &title, double first);
    void lookUp();
    void showChanges(const QString &source, const PublishedPrices &published);
    void takeChosen();
    void goBack();
    void update();

    PriceAccess m_access;
    const Catalog &m_catalog;
    QDate m_today;
    PriceChangesModel *m_model;
    QString m_source; ///< Of what is shown.
    bool m_isReading = false;
    NumberBox *m_perHour = nullptr;
    NumberBox *m_watts = nullptr;
    NumberBox *m_perKwh = nullptr;
    QLineEdit *m_address = nullptr;
    QPushButton *m_lookUp = nullptr;
    QLabel *m_state = nullptr;
    QTableView *m_table = nullptr;
    QCheckBox *m_all = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_back = nullptr;
};

} // namespace Tempera
