#include "terminal/store/projections/phones.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {

void PhonesProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* key = std::get_if<PhoneKeySet>(&event.body)) {
        if (key->till != m_self.till) return;
        run(connection,
            "INSERT INTO phone_keys (till, sealed) VALUES (?1, ?2) ON CONFLICT (till) DO UPDATE SET sealed = ?2",
            key->till, key->sealed_key);
    } else if (std::holds_alternative<PhoneCodeTried>(event.body)) {
        if (event.origin != m_self.till) return;
        run(connection,
            "INSERT INTO phone_tries (one, failed, last_at_ms) VALUES (1, 1, ?1)"
            " ON CONFLICT (one) DO UPDATE SET failed = failed + 1, last_at_ms = ?1",
            event.at_ms);
    } else if (const auto* given = std::get_if<OverrideGiven>(&event.body)) {
        if (event.origin != m_self.till || given->phone_request.empty()) return;
        run(connection, "INSERT INTO phone_requests (request) VALUES (?1) ON CONFLICT DO NOTHING",
            given->phone_request);
        run(connection, "UPDATE phone_tries SET failed = ?1", std::int64_t{0});
    }
}

} // namespace guitai
