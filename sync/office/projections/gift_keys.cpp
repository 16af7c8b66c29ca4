#include "sync/office/projections/gift_keys.hpp"

namespace guitai::office {

void GiftKeys::fold(database::Connection& connection, const Event& event)
{
    const auto* key = std::get_if<GiftKeySet>(&event.body);
    if (key == nullptr) return;
    database::Statement{connection, "INSERT INTO gift_keys (till, number) VALUES (?1, ?2)"
                                    " ON CONFLICT (till) DO UPDATE SET number = excluded.number"}
        .bind(1, key->till)
        .bind(2, event.number)
        .run();
}

bool shares_gift_key(database::Connection& connection, TillNumber till)
{
    database::Statement find{connection, "SELECT 1 FROM gift_keys WHERE till = ?1"};
    find.bind(1, till);
    return find.step();
}

} // namespace guitai::office
