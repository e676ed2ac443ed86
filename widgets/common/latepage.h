// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

namespace Tempera {

/// The place of a page that is made when it is first shown, or before that when something needs it: what nobody looks at
/// costs the start of the window nothing.
class LatePlace : public QWidget
{
    Q_OBJECT
public:
    /// `make` is called once at most, with the place as parent.
    explicit LatePlace(std::function<QWidget *(QWidget *parent)> make, QWidget *parent = nullptr);

    /// Makes the page where it is not made yet.
    void make();

Q_SIGNALS:
    /// The page fills the place now; it has not been shown yet.
    void made(QWidget *page);

protected:
    void showEvent(QShowEvent *event) override;
    [[nodiscard]] QWidget *pageOrNull() const { return m_page; }

private:
    std::function<QWidget *(QWidget *)> m_make;
    QWidget *m_page = nullptr;
};

/// A LatePlace that knows what its page is.
template<typename Page>
class LatePage final : public LatePlace
{
public:
    explicit LatePage(std::function<Page *(QWidget *parent)> make, QWidget *parent = nullptr) : LatePlace(std::move(make), parent)
    {
    }

    /// Makes it where it is not made yet.
    [[nodiscard]] Page *page()
    {
        make();
        return pageIfMade();
    }
    /// Null until it is made.
    [[nodiscard]] Page *pageIfMade() const { return static_cast<Page *>(pageOrNull()); }
};

} // namespace Tempera
