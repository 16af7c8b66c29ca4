#include "terminal/start/demo_people.hpp"

#include <fstream>
#include <sstream>

namespace guitai::start {

std::optional<DemoPerson> demo_person(const std::filesystem::path& staff_csv, const PlaceCode& store,
                                      const std::string& role)
{
    std::ifstream file{staff_csv};
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        std::istringstream fields{line}; // store,name,role,pin; nothing in it is quoted.
        std::string its_store, name, its_role, pin;
        std::getline(fields, its_store, ',');
        std::getline(fields, name, ',');
        std::getline(fields, its_role, ',');
        std::getline(fields, pin, ',');
        if (its_store == store.text && its_role == role) return DemoPerson{name, pin};
    }
    return std::nullopt;
}

} // namespace guitai::start
