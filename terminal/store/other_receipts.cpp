#include "terminal/store/other_receipts.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {

Result<void> OtherReceipts::keep(const ReceiptNumber& receipt, const std::string& sale,
                                 const std::vector<std::pair<std::int64_t, std::int64_t>>& returned_milli)
{
    const auto event = decode(sale);
    const auto* sold = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
    if (sold == nullptr || sold->receipt != receipt) return refuse("receipt.unknown", receipt.text);
    database::Transaction open{m_connection};
    run(m_connection, "INSERT INTO other_receipts (receipt, sale) VALUES (?1, ?2)"
                      " ON CONFLICT (receipt) DO UPDATE SET sale = ?2",
        receipt, sale);
    for (const auto& [line, milli] : returned_milli) {
        run(m_connection,
            "INSERT INTO other_returns (receipt, line, milli) VALUES (?1, ?2, ?3)"
            " ON CONFLICT (receipt, line) DO UPDATE SET milli = ?3",
            receipt, line, milli);
    }
    open.commit();
    return {};
}

} // namespace guitai
