// What nobody outside may know or foresee: the key shared with the head office, as it
// was sealed for this till's device key, and digits of chance.
#pragma once

#include "terminal/app/ports.hpp"
#include "terminal/store/data_folder.hpp"

#include <array>

namespace guitai {

class TillPhoneKey final : public PhoneKey {
public:
    // `connection` outlives it.
    TillPhoneKey(const DeviceKey& seed, database::Connection& connection, TillNumber till);
    ~TillPhoneKey() override;
    TillPhoneKey(const TillPhoneKey&) = delete;
    TillPhoneKey& operator=(const TillPhoneKey&) = delete;

    // Nothing also where the sealed key is not for this device.
    [[nodiscard]] std::optional<PhoneMac> mac_of(std::string_view text) const override;

private:
    database::Connection& m_connection;
    TillNumber m_till{0};
    std::array<unsigned char, 32> m_public{}; // X25519, made from the device's signing key.
    std::array<unsigned char, 32> m_secret{};
};

// From the machine.
class MachineDigits final : public SecretDigits {
public:
    MachineDigits();
    [[nodiscard]] std::string draw(std::size_t count) override;
};

} // namespace guitai
