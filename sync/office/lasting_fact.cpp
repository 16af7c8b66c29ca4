#include "sync/office/lasting_fact.hpp"

#include "sync/office/crypto.hpp"

namespace guitai::office {

std::string find_lasting_fact(database::Connection& connection, std::string_view name)
{
    database::Statement find{connection, "SELECT fact FROM office_facts WHERE name = ?1"};
    find.bind(1, name);
    return find.step() ? find.text(0) : std::string{};
}

std::string lasting_fact(database::Connection& connection, Chance& chance, std::string_view name, std::size_t bytes)
{
    if (auto known = find_lasting_fact(connection, name); !known.empty()) return known;
    database::Statement{connection, "INSERT INTO office_facts (name, fact) VALUES (?1, ?2)"
                                    " ON CONFLICT (name) DO NOTHING"}
        .bind(1, name)
        .bind(2, random_hex(chance, bytes))
        .run();
    return find_lasting_fact(connection, name);
}

} // namespace guitai::office
