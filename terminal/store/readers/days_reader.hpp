// Sums for reports, the tickets put aside, and the counts that make numbers dense.
#pragma once

#include "sync/journal/journal.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class DaysReader final : public DayReader {
public:
    DaysReader(database::Connection& connection, TillIdentity self)
        : m_connection{connection}, m_journal{connection}, m_self{std::move(self)}
    {
    }

    [[nodiscard]] Shift open_shift() const override;
    [[nodiscard]] std::vector<ClosedShift> closed_since_last_z() const override;
    [[nodiscard]] Takings takings_of_shift(std::int64_t shift) const override;
    [[nodiscard]] std::vector<Money> turnover_by_hour(std::string_view business_date) const override;
    [[nodiscard]] std::vector<ReportView::MissCause> misses(std::string_view business_date) const override;
    [[nodiscard]] std::vector<ReportView::DayTotal> last_days(std::int64_t count) const override;
    [[nodiscard]] Counts counts() const override;
    [[nodiscard]] std::vector<ParkedView> parked() const override;
    [[nodiscard]] std::optional<TicketParked> parked(std::int64_t ticket, TillNumber till) const override;
    [[nodiscard]] std::optional<SaleCompleted> sale(const ReceiptNumber& receipt) const override;
    [[nodiscard]] std::optional<SaleCompleted> known_sale(const ReceiptNumber& receipt) const override;
    [[nodiscard]] std::vector<Visit> visits(const ReceiptNumber& receipt) const override;
    [[nodiscard]] std::vector<PiecesMoved> pieces_moved(const ReceiptNumber& receipt) const override;
    [[nodiscard]] Money rounded_back(const ReceiptNumber& receipt) const override;
    [[nodiscard]] std::vector<ReceiptNumber> receipts_of(const MemberId& member, std::int64_t limit) const override;
    [[nodiscard]] std::vector<AskedCard> open_cards() const override;
    [[nodiscard]] std::string chain_head() const override;
    [[nodiscard]] ReceiptNumber sold_serial(const Sku& sku, const std::string& serial) const override;
    [[nodiscard]] std::int64_t reprints(const ReceiptNumber& receipt) const override;

private:
    [[nodiscard]] std::optional<TicketParked> parked_elsewhere(std::int64_t ticket, TillNumber till) const;

    database::Connection& m_connection;
    Journal m_journal;
    TillIdentity m_self;
};

} // namespace guitai
