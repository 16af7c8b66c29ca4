// Copies of other tills' receipts, kept for as long as the till lives: a return that
// was begun with the line up can be finished with the cable out.
#pragma once

#include "sync/events/result.hpp"
#include "sync/journal/books.hpp"

#include <string>
#include <utility>
#include <vector>

namespace guitai {

class OtherReceipts {
public:
    explicit OtherReceipts(database::Connection& connection) : m_connection{connection} {}

    // `sale`: the event's text; `returned_milli` by line. Refuses receipt.unknown where the text is no such sale.
    Result<void> keep(const ReceiptNumber& receipt, const std::string& sale,
                      const std::vector<std::pair<std::int64_t, std::int64_t>>& returned_milli);

private:
    database::Connection& m_connection;
};

} // namespace guitai
